package dev.rockpool.content;

import dev.rockpool.kernel.Quote;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/// What one deck shows when it is looked at by itself: its own faults of writing, and what must be compared with other
/// decks or with the disk.
final class Inspection {
    /// Fewest and most options of a multiple choice.
    static final int FEWEST_OPTIONS = 3;

    static final int MOST_OPTIONS = 5;

    /// Fewest entries of a `match` or `order`.
    static final int FEWEST_ENTRIES = 3;

    /// Shorter answers stand in their questions by accident.
    static final int SHORTEST_LEAK = 4;

    private static final int MOST_SCATTERED_WORDS = 6;
    private static final Set<String> TRUTHS = Set.of(" true ", " false ", " correct ", " wrong ");

    /// A front.
    ///
    /// @param words what is compared
    record Front(String words, boolean quiz, int line) {}

    /// A link or picture.
    record Pointer(Reference reference, String text, boolean image, int line) {}

    /// A multiple choice with one right option.
    record Choice(int options, boolean rightIsLongest, int line) {}

    /// A claim that a card or quiz item teaches.
    record Fix(String claimId, int line) {}

    private final ParsedDeck parsed;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Front> fronts = new ArrayList<>();
    private final List<Pointer> pointers = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();

    private Inspection(ParsedDeck parsed) {
        this.parsed = parsed;
    }

    static Inspection of(ParsedDeck parsed) {
        Inspection inspection = new Inspection(parsed);
        parsed.deck().ifPresent(inspection::inspect);
        return inspection;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Front> fronts() {
        return fronts;
    }

    List<Pointer> pointers() {
        return pointers;
    }

    List<Choice> choices() {
        return choices;
    }

    List<Fix> fixes() {
        return fixes;
    }

    private void inspect(Deck deck) {
        deck.question().ifPresent(question -> {
            inspectMarkdown(question.heading(), parsed.questionLine());
            inspectMarkdown(question.answer(), parsed.questionLine() + 2);
        });
        for (Claim claim : deck.claims()) {
            inspect(claim, deck.question().isPresent());
        }
        Set<String> notes = new HashSet<>();
        for (Card card : deck.cards()) {
            if (notes.add(card.noteId())) {
                inspectSources(card.noteId(), card.sources());
                inspectFixes(card.noteId(), card.fixes());
            }
            inspect(card);
        }
        for (QuizItem item : deck.quizItems()) {
            inspectSources(item.id(), item.sources());
            inspectFixes(item.id(), item.fixes());
            fronts.add(new Front(front(item.stem()), true, parsed.lineOf(item.id())));
            switch (item) {
                case MultipleChoice choice -> inspect(choice);
                case Match match -> inspect(match);
                case Order order -> inspect(order);
                case Numeric _, LabTask _ -> {
                    // the parser has seen to answer and tolerance; names of a lab are the bank's matter
                }
            }
        }
        for (Section section : parsed.sections()) {
            inspectMarkdown(section.heading(), section.line());
            inspectMarkdown(String.join("\n", section.body()), section.bodyLine());
            section.fences().stream()
                    .filter(fence -> QuizItemReader.BLOCKS.contains(fence.word()))
                    .forEach(fence -> inspectMarkdown(String.join("\n", fence.content()), fence.line()));
        }
    }

    private void add(Rule rule, int line, String sentence) {
        findings.add(rule.at(parsed.file(), line, sentence));
    }

    private void inspect(Claim claim, boolean hasQuestion) {
        int line = parsed.lineOf(claim.id());
        if (!hasQuestion) {
            add(
                    Rule.CLAIM_PLACE,
                    line,
                    "A claim belongs to a documented question, and this file is about none; take the class "
                            + claim.verdict().className() + " out or say \"question:\" in the front matter.");
        }
        if (claim.verdict().corrected() && claim.correction().isEmpty()) {
            add(
                    Rule.CORRECTION_MISSING,
                    line,
                    "The claim is " + claim.verdict().className()
                            + " and nothing says what is right; write the correction below it.");
        }
        inspectSources(claim.id(), claim.sources());
        boolean primary = claim.sources().stream().anyMatch(source -> source.kind() == Source.Kind.PRIMARY);
        boolean exact =
                SinceDate.parse(claim.since()).filter(date -> !date.about()).isPresent();
        if (exact && !primary) {
            add(
                    Rule.SINCE_ABOUT,
                    fieldLine(claim.id(), "Since"),
                    "No primary source stands behind this date; write \"Since: about " + claim.since()
                            + "\" or add a primary source.");
        }
    }

    private void inspectSources(String id, List<Source> sources) {
        if (sources.isEmpty()) {
            add(
                    Rule.SOURCE_MISSING,
                    parsed.lineOf(id),
                    "The section has no source; add a line \"Source: URL (primary, 2026-10)\" at its end.");
        } else if (sources.stream().allMatch(source -> source.kind() == Source.Kind.RECALLED)) {
            add(
                    Rule.SOURCE_RECALLED,
                    fieldLine(id, "Source"),
                    "All sources of the section are recalled; add one that can be read.");
        }
    }

    private void inspectFixes(String id, List<String> claimIds) {
        int line = fieldLine(id, "Fixes");
        claimIds.forEach(claimId -> fixes.add(new Fix(claimId, line)));
    }

    private int fieldLine(String id, String field) {
        return parsed.section(id).stream()
                .flatMap(section -> section.fields().stream())
                .filter(candidate -> candidate.name().equals(field))
                .mapToInt(Section.Field::line)
                .findFirst()
                .orElseGet(() -> parsed.lineOf(id));
    }

    private void inspect(Card card) {
        int line = parsed.lineOf(card.id());
        fronts.add(new Front(front(card.prompt()), false, line));
        List<String> answers = switch (card.form()) {
            case BASIC ->
                List.of(MarkdownText.plain(card.answer().lines().findFirst().orElse("")));
            case TYPED -> card.accepted();
            case CLOZE -> hidden(card);
        };
        inspectLeak(card.prompt(), answers, line, "in its front");
    }

    private List<String> hidden(Card card) {
        int number = Integer.parseInt(card.id().substring(card.id().lastIndexOf("/c") + 2));
        return parsed.section(card.noteId()).stream()
                .map(Section::body)
                .map(body -> Cloze.parse(String.join("\n", body), new BitSet()))
                .flatMap(cloze -> cloze.hidden(number).stream())
                .map(MarkdownText::plain)
                .toList();
    }

    private void inspect(MultipleChoice choice) {
        int line = parsed.lineOf(choice.id());
        List<Option> options = choice.options();
        if (options.size() < FEWEST_OPTIONS || options.size() > MOST_OPTIONS) {
            add(
                    Rule.OPTION_COUNT,
                    line,
                    "The question has " + options.size() + " options; give it " + FEWEST_OPTIONS + " to " + MOST_OPTIONS
                            + ".");
        }
        for (Option option : options) {
            if (option.why().isEmpty()) {
                add(
                        Rule.OPTION_WHY,
                        line,
                        "The option " + Quote.of(option.text())
                                + " does not say why it is right or wrong; add a line \"  : why\" below it.");
            }
        }
        inspectDistinct(options.stream().map(Option::text).toList(), line, "options");
        inspectLeak(
                choice.stem(),
                options.stream().filter(Option::right).map(Option::text).toList(),
                line,
                "in its question");
        if (!choice.multi()) {
            int right = 0;
            int longestWrong = 0;
            for (Option option : options) {
                String text = MarkdownText.plain(option.text());
                int length = text.codePointCount(0, text.length());
                if (option.right()) {
                    right = length;
                } else {
                    longestWrong = Math.max(longestWrong, length);
                }
            }
            choices.add(new Choice(options.size(), right > longestWrong, line));
        }
    }

    private void inspect(Match match) {
        int line = parsed.lineOf(match.id());
        inspectCount(match.pairs().size(), line, "pairs");
        inspectDistinct(match.pairs().stream().map(Pair::left).toList(), line, "left sides");
        inspectDistinct(match.pairs().stream().map(Pair::right).toList(), line, "right sides");
        for (Pair pair : match.pairs()) {
            inspectLeak(pair.left(), List.of(pair.right()), line, "in its left side");
        }
    }

    private void inspect(Order order) {
        int line = parsed.lineOf(order.id());
        inspectCount(order.items().size(), line, "entries");
        inspectDistinct(order.items(), line, "entries");
    }

    private void inspectCount(int count, int line, String what) {
        if (count < FEWEST_ENTRIES) {
            add(Rule.ENTRY_COUNT, line, "There are " + count + " " + what + "; give at least " + FEWEST_ENTRIES + ".");
        }
    }

    private void inspectDistinct(List<String> texts, int line, String what) {
        Set<String> seen = new HashSet<>();
        for (String text : texts) {
            if (!seen.add(Folded.text(MarkdownText.plain(text)))) {
                add(Rule.OPTIONS_DISTINCT, line, "Two " + what + " say " + Quote.of(text) + "; change one.");
            }
        }
    }

    private void inspectLeak(String question, List<String> answers, int line, String where) {
        String asked = Folded.words(MarkdownText.plain(question));
        for (String answer : answers) {
            String words = Folded.words(MarkdownText.plain(answer));
            boolean tooShort = words.chars().filter(Character::isLetterOrDigit).count() < SHORTEST_LEAK;
            if (tooShort || !isIn(asked, words) || TRUTHS.contains(words) || isAlternative(asked, words)) {
                continue;
            }
            add(
                    Rule.ANSWER_LEAK,
                    line,
                    "The answer " + Quote.of(words.strip()) + " stands " + where + "; ask without naming it.");
            return;
        }
    }

    /// Whether the words stand in the question, in a row or, if they are few and without digits, in any order.
    private static boolean isIn(String asked, String words) {
        if (asked.contains(words)) {
            return true;
        }
        List<String> single = List.of(words.strip().split(" ", -1));
        return single.size() <= MOST_SCATTERED_WORDS
                && words.chars().noneMatch(Character::isDigit)
                && single.stream().allMatch(word -> asked.contains(" " + word + " "));
    }

    /// Whether the question offers the answer beside another: "is it a or b?"
    private static boolean isAlternative(String asked, String words) {
        return asked.contains(" or" + words) || asked.contains(words + "or ");
    }

    private static String front(String markdown) {
        String plain = MarkdownText.plain(markdown);
        String words = Folded.words(plain);
        return words.isBlank() ? Folded.text(plain) : words;
    }

    /// Finds links, pictures and HTML of a text that starts at `line`.
    private void inspectMarkdown(String markdown, int line) {
        MarkdownText.parseWithPlaces(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                point(link, link.getDestination(), false);
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                point(image, image.getDestination(), true);
                visitChildren(image);
            }

            @Override
            public void visit(HtmlInline html) {
                refuse(html, html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                refuse(html, html.getLiteral());
            }

            private void point(Node node, String destination, boolean image) {
                pointers.add(new Pointer(Reference.of(destination), destination, image, place(node)));
            }

            private void refuse(Node node, String html) {
                if (!html.startsWith("<!--")) {
                    add(
                            Rule.RAW_HTML,
                            place(node),
                            "HTML such as "
                                    + Quote.of(html.lines().findFirst().orElse(""))
                                    + " is not shown; write Markdown, or put it between backticks if it is meant as"
                                    + " text.");
                }
            }

            private int place(Node node) {
                List<SourceSpan> spans = node.getSourceSpans();
                return line + (spans.isEmpty() ? 0 : spans.getFirst().getLineIndex());
            }
        });
    }
}
