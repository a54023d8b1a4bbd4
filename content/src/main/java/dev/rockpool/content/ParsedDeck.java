package dev.rockpool.content;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came of reading one file: the deck, as far as it could be read, and what is wrong with it.
public final class ParsedDeck {
    private final String file;
    private final Optional<Deck> deck;
    private final List<Finding> findings;
    private final List<Section> sections;
    private final Map<String, Section> sectionsById = new HashMap<>();
    private final int questionLine;
    private @Nullable Inspection inspection;

    ParsedDeck(String file, Optional<Deck> deck, List<Finding> findings, List<Section> sections, int questionLine) {
        this.file = file;
        this.deck = deck;
        this.findings = List.copyOf(findings);
        this.sections = List.copyOf(sections);
        this.questionLine = questionLine;
        sections.forEach(section -> sectionsById.putIfAbsent(section.id(), section));
    }

    /// The file as it was named to the parser.
    public String file() {
        return file;
    }

    /// The deck. Empty if there is no usable front matter; without what could not be read if there are faults.
    public Optional<Deck> deck() {
        return deck;
    }

    /// What the parser found, by line.
    public List<Finding> findings() {
        return findings;
    }

    /// Whether the deck is complete: the parser found no fault.
    public boolean isUsable() {
        return deck.isPresent() && findings.stream().noneMatch(Finding::isFault);
    }

    /// The line of the heading with that id, of a cloze card that of its note; 1 if there is none.
    public int lineOf(String id) {
        int slash = id.indexOf('/');
        Section section = sectionsById.get(slash < 0 ? id : id.substring(0, slash));
        return section == null ? questionLine : section.line();
    }

    /// Where the deck's pictures and links start from.
    Optional<Path> folder() {
        return deck.filter(known -> !known.builtIn())
                .map(known -> known.file().toAbsolutePath().normalize().getParent());
    }

    /// What the deck shows by itself; looked at once.
    synchronized Inspection inspection() {
        Inspection made = inspection;
        if (made == null) {
            made = Inspection.of(this);
            inspection = made;
        }
        return made;
    }

    List<Section> sections() {
        return sections;
    }

    Optional<Section> section(String id) {
        return Optional.ofNullable(sectionsById.get(id));
    }

    int questionLine() {
        return questionLine;
    }

    /// The ids of all sections in order, that of the documented question first.
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        deck.flatMap(Deck::question).ifPresent(question -> ids.add(question.id()));
        sections.stream().map(Section::id).filter(id -> !id.isEmpty()).forEach(ids::add);
        return ids;
    }
}
