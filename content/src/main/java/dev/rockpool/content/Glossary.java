package dev.rockpool.content;

import dev.rockpool.kernel.EnvironmentException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words of the field, by name. It decides what a thing is called in the UI, in the documentation and in code.
///
/// Its file has front matter like a deck's; every `##` heading is a term with an id that starts with `glossary-`; the
/// body is the definition. Fields: `Also:` other names, separated by `|`; `Not:` what it must not be confused with and
/// why; `Source:` as in decks.
public final class Glossary {
    private static final String ID_PREFIX = "glossary-";

    private final List<Term> terms;
    private final Map<String, Term> byId = new HashMap<>();
    private final Map<String, Term> byName = new HashMap<>();

    private Glossary(List<Term> terms) {
        this.terms = List.copyOf(terms);
        for (Term term : terms) {
            byId.putIfAbsent(term.id(), term);
            byName.putIfAbsent(Folded.text(term.name()), term);
        }
        for (Term term : terms) {
            term.aliases().forEach(alias -> byName.putIfAbsent(Folded.text(alias), term));
        }
    }

    /// The glossary that came with Rockpool.
    public static Glossary builtIn() {
        return BuiltInGlossary.READ;
    }

    /// Read once: it cannot change while Rockpool runs.
    private static final class BuiltInGlossary {
        static final Glossary READ = read();

        private static Glossary read() {
            List<Finding> findings = new ArrayList<>();
            Glossary glossary = parse("glossary.md", BuiltIn.glossary(), findings);
            if (!findings.isEmpty()) {
                throw new EnvironmentException(
                        "content-built-in",
                        "The glossary that came with Rockpool cannot be read: " + findings.getFirst());
            }
            return glossary;
        }
    }

    /// Reads a glossary. What cannot be read is left out and told in `findings`.
    static Glossary parse(String file, byte[] content, List<Finding> findings) {
        List<Term> terms = new ArrayList<>();
        DeckParser.text(file, content, findings)
                .flatMap(text -> Outline.read(file, text, findings))
                .ifPresent(outline -> {
                    for (Section section : outline.sections()) {
                        term(file, section, findings).ifPresent(terms::add);
                    }
                });
        Map<String, Term> names = new HashMap<>();
        for (Term term : terms) {
            if (names.putIfAbsent(Folded.text(term.name()), term) != null
                    || names.putIfAbsent(term.id(), term) != null) {
                findings.add(Rule.ID_UNIQUE.at(
                        file, 1, "The term " + term.name() + " or its id stands twice; join the two."));
            }
        }
        return new Glossary(terms);
    }

    private static Optional<Term> term(String file, Section section, List<Finding> findings) {
        if (!section.id().startsWith(ID_PREFIX) || !Ids.isId(section.id())) {
            findings.add(Rule.ID_FORM.at(
                    file, section.line(), "A term needs an id such as {#glossary-shard}; give this heading one."));
            return Optional.empty();
        }
        if (section.heading().isEmpty() || section.body().isEmpty()) {
            findings.add(
                    Rule.EMPTY_ANSWER.at(file, section.line(), "The term has no name or no definition; write both."));
            return Optional.empty();
        }
        List<String> aliases = new ArrayList<>();
        List<String> distinctions = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (Section.Field field : section.fields()) {
            switch (field.name()) {
                case "Also" -> aliases.addAll(Fields.bars(field));
                case "Not" -> distinctions.add(field.value());
                case "Source" -> Fields.readSource(file, field, findings).ifPresent(sources::add);
                default ->
                    findings.add(Rule.FIELD_PLACE.at(
                            file,
                            field.line(),
                            "A term has no field " + field.name() + "; its fields are Also, Not and Source."));
            }
        }
        return Optional.of(new Term(section.id(), section.heading(), section.text(), aliases, distinctions, sources));
    }

    /// All terms in the order of the file.
    public List<Term> terms() {
        return terms;
    }

    /// The term with that id.
    public Optional<Term> term(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The term of that name or alias; case and accents do not count.
    public Optional<Term> find(String nameOrAlias) {
        return Optional.ofNullable(byName.get(Folded.text(nameOrAlias.strip())));
    }
}
