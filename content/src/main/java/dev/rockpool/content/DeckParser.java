package dev.rockpool.content;

import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a deck from Markdown (`docs/deck-format.md`).
///
/// Nothing in a file makes it throw: whatever is wrong becomes a [Finding] with line and remedy.
public final class DeckParser {
    /// The most bytes of a file.
    public static final int LARGEST_FILE = 4 * 1024 * 1024;

    /// The most characters of a section's body.
    public static final int LARGEST_SECTION = 64 * 1024;

    /// The most headings of a file.
    public static final int MOST_SECTIONS = 20_000;

    /// After so many findings the rest of a file is not read.
    static final int MOST_FINDINGS = 500;

    /// Reads the file `file`.
    public ParsedDeck read(Path file) {
        List<Finding> findings = new ArrayList<>();
        return bytes(file, findings)
                .map(content -> parse(file, content))
                .orElseGet(() -> new ParsedDeck(file.toString(), Optional.empty(), findings, List.of(), 1));
    }

    /// The bytes of a file, of one that is too large the first ones and one too many; or empty and a finding.
    Optional<byte[]> bytes(Path file, List<Finding> findings) {
        String name = file.toString();
        if (!Files.isRegularFile(file)) {
            findings.add(Rule.UNREADABLE.at(
                    name,
                    1,
                    Files.exists(file)
                            ? "This is not a file; name a Markdown file."
                            : "There is no such file; check the name."));
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return Optional.of(stream.readNBytes(LARGEST_FILE + 1));
        } catch (IOException _) {
            findings.add(Rule.UNREADABLE.at(name, 1, "The file cannot be read; check its permissions and the disk."));
            return Optional.empty();
        }
    }

    /// Reads a deck of the user's from the bytes of its file.
    ParsedDeck parse(Path file, byte[] content) {
        return parse(file.toString(), file, content, false);
    }

    /// Reads a deck from the bytes of a file.
    ///
    /// @param file how findings name the file
    /// @param builtIn whether the deck came with Rockpool
    public ParsedDeck parse(String file, byte[] content, boolean builtIn) {
        return parse(file, Path.of(file), content, builtIn);
    }

    /// Reads a deck from text.
    ///
    /// @param file how findings name the file
    /// @param builtIn whether the deck came with Rockpool
    public ParsedDeck parse(String file, String markdown, boolean builtIn) {
        return parse(file, markdown.getBytes(StandardCharsets.UTF_8), builtIn);
    }

    private static ParsedDeck parse(String file, Path path, byte[] content, boolean builtIn) {
        List<Finding> findings = new ArrayList<>();
        return text(file, content, findings)
                .map(text -> new Reading(file, path, builtIn, findings).read(text))
                .orElseGet(() -> new ParsedDeck(file, Optional.empty(), findings, List.of(), 1));
    }

    /// The text of a file with lines that end in LF, or empty and a finding.
    static Optional<String> text(String file, byte[] content, List<Finding> findings) {
        if (content.length > LARGEST_FILE) {
            findings.add(Rule.TOO_LARGE.at(
                    file, 1, "The file has more than 4 MiB (4,194,304 bytes); split it into several decks."));
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer characters = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(bytes, characters, true);
        try {
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException _) {
            int line = 1;
            for (int i = 0; i < bytes.position(); i++) {
                line += content[i] == '\n' ? 1 : 0;
            }
            findings.add(Rule.ENCODING.at(file, line, "This line is not UTF-8; save the file in the encoding UTF-8."));
            return Optional.empty();
        }
        String text = characters.flip().toString();
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        return Optional.of(text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    /// The reading of one file.
    private static final class Reading {
        private final String file;
        private final Path path;
        private final boolean builtIn;
        private final List<Finding> findings;
        private final List<Claim> claims = new ArrayList<>();
        private final List<Card> cards = new ArrayList<>();
        private final List<QuizItem> quizItems = new ArrayList<>();
        private final Map<String, Integer> lineById = new HashMap<>();
        private int questionLine = 1;

        Reading(String file, Path path, boolean builtIn, List<Finding> findings) {
            this.file = file;
            this.path = path;
            this.builtIn = builtIn;
            this.findings = findings;
        }

        ParsedDeck read(String text) {
            Optional<Outline> outline = Outline.read(file, text, findings);
            Optional<Deck> deck = outline.map(this::deck);
            List<Section> sections = outline.map(Outline::sections).orElse(List.of());
            return new ParsedDeck(
                    file,
                    deck,
                    findings.stream()
                            .sorted(Comparator.comparingInt(Finding::line))
                            .toList(),
                    sections,
                    questionLine);
        }

        private Deck deck(Outline outline) {
            Map<String, Object> frontMatter = outline.frontMatter();
            String name = requiredText(frontMatter, "deck", "Data engineering");
            String topic = requiredText(frontMatter, "topic", "streaming");
            String title = requiredText(frontMatter, "title", "Streams");
            if (!topic.isEmpty() && !Ids.isId(topic)) {
                findings.add(Rule.FRONT_MATTER_FIELD.at(
                        file, 2, "The topic " + Quote.of(topic) + " is not in kebab-case; write it like data-lakes."));
            }
            for (String optional : List.of("lang", "licence", "domain")) {
                Object value = frontMatter.get(optional);
                if (value != null && !(value instanceof String)) {
                    findings.add(Rule.FRONT_MATTER_FIELD.at(
                            file,
                            2,
                            "The front matter field " + optional + " must be a text; put it in quotation marks."));
                }
            }
            Optional<Integer> number = questionNumber(frontMatter);
            Optional<DocumentedQuestion> question = question(outline, number);
            for (Section section : outline.sections()) {
                read(section);
                if (findings.size() >= MOST_FINDINGS) {
                    break;
                }
            }
            return new Deck(name, topic, title, path, builtIn, frontMatter, question, claims, cards, quizItems);
        }

        private String requiredText(Map<String, Object> frontMatter, String field, String example) {
            if (frontMatter.get(field) instanceof String text && !text.isBlank()) {
                return text.strip();
            }
            findings.add(Rule.FRONT_MATTER_FIELD.at(
                    file,
                    2,
                    "The front matter needs the field " + field + " with a text; add a line such as \"" + field + ": "
                            + example + "\"."));
            return "";
        }

        private Optional<Integer> questionNumber(Map<String, Object> frontMatter) {
            Object value = frontMatter.get("question");
            if (value == null) {
                return Optional.empty();
            }
            if (value instanceof Integer number && number >= 1) {
                return Optional.of(number);
            }
            findings.add(Rule.FRONT_MATTER_FIELD.at(
                    file, 2, "The front matter field question must be a whole number from 1; write \"question: 12\"."));
            return Optional.empty();
        }

        /// A file about a documented question has one first-level heading, the question. In any other file such a
        /// heading is a title for people who read the file, and is passed over.
        private Optional<DocumentedQuestion> question(Outline outline, Optional<Integer> number) {
            if (number.isEmpty()) {
                return Optional.empty();
            }
            String id = "q" + number.get();
            if (outline.top().isEmpty()) {
                findings.add(Rule.QUESTION_HEADING.at(
                        file,
                        1,
                        "The file is about question " + number.get() + ", but has no heading \"# … {#" + id
                                + "}\"; add the question as documented."));
                return Optional.empty();
            }
            for (Section second : outline.top().subList(1, outline.top().size())) {
                findings.add(Rule.QUESTION_HEADING.at(
                        file,
                        second.line(),
                        "The file has a second heading of the first level; start sections with \"##\"."));
            }
            Section section = outline.top().getFirst();
            questionLine = section.line();
            lineById.put(id, questionLine);
            if (section.id().equals("q0" + number.get())) {
                id = section.id();
            } else if (!section.id().equals(id)) {
                findings.add(Rule.QUESTION_HEADING.at(
                        file,
                        section.line(),
                        "The heading of question " + number.get() + " must have the id " + id + "; end it with {#" + id
                                + "}."));
            }
            if (!outline.sections().isEmpty() && outline.sections().getFirst().line() < section.line()) {
                findings.add(Rule.QUESTION_HEADING.at(
                        file, section.line(), "The documented question must stand before all sections; move it up."));
            }
            if (section.heading().isEmpty() || section.body().isEmpty()) {
                findings.add(Rule.EMPTY_ANSWER.at(
                        file,
                        section.line(),
                        "The documented question has no text or no answer; write both as documented."));
            }
            for (Section.Field field : section.fields()) {
                findings.add(Rule.FIELD_PLACE.at(
                        file,
                        field.line(),
                        "A documented answer has no fields; put " + field.name() + ": at the claim it belongs to."));
            }
            return Optional.of(new DocumentedQuestion(id, number.get(), section.heading(), section.text()));
        }

        private void read(Section section) {
            readId(section);
            if (section.heading().isEmpty()) {
                findings.add(Rule.EMPTY_ANSWER.at(
                        file, section.line(), "The heading is empty; write what is asked or claimed."));
            }
            int length = 0;
            for (String line : section.body()) {
                length += line.length() + 1;
            }
            if (length > LARGEST_SECTION) {
                findings.add(Rule.TOO_LARGE.at(
                        file,
                        section.line(),
                        "The section has " + length + " characters; the most is " + LARGEST_SECTION
                                + ". Split it into several."));
                return;
            }
            Fields fields = Fields.read(file, section, findings);
            Optional<SectionKind> kind = SectionKind.of(file, section, findings);
            if (kind.isEmpty()) {
                return;
            }
            switch (kind.get()) {
                case SectionKind.OfClaim(Verdict verdict) -> claims.add(claim(section, fields, verdict));
                case SectionKind.OfTyped() ->
                    new CardReader(file, section, fields, findings).typed().ifPresent(cards::add);
                case SectionKind.OfCard() -> cards.addAll(new CardReader(file, section, fields, findings).cards());
                case SectionKind.OfQuiz(Section.Fence block) ->
                    new QuizItemReader(file, section, block, fields, findings)
                            .read()
                            .ifPresent(quizItems::add);
            }
        }

        private void readId(Section section) {
            String id = section.id();
            if (id.isEmpty()) {
                findings.add(Rule.ID_MISSING.at(
                        file,
                        section.line(),
                        "The section " + Quote.of(section.heading())
                                + " has no id; end its heading with one such as {#streams-shard}."));
            } else if (!Ids.isId(id)) {
                findings.add(Rule.ID_FORM.at(
                        file,
                        section.line(),
                        "The id " + Quote.of(id) + " is not in kebab-case; use up to " + Ids.LONGEST
                                + " small letters, digits and single hyphens, as in streams-shard."));
            } else {
                Integer first = lineById.putIfAbsent(id, section.line());
                if (first != null) {
                    findings.add(Rule.ID_UNIQUE.at(
                            file,
                            section.line(),
                            "The id " + id + " already stands in line " + first
                                    + "; give this section one of its own."));
                }
            }
        }

        private Claim claim(Section section, Fields fields, Verdict verdict) {
            FieldPlace.check(file, section, "a claim", findings, "Tags", "Fixes", "Accept", "Show");
            return new Claim(
                    section.id(),
                    section.heading(),
                    verdict,
                    section.text(),
                    fields.since(),
                    fields.sources(),
                    fields.other());
        }
    }
}
