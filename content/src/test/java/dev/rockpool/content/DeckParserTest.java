package dev.rockpool.content;

import static dev.rockpool.content.DeckText.FIRST_LINE;
import static dev.rockpool.content.DeckText.deck;
import static dev.rockpool.content.DeckText.faults;
import static dev.rockpool.content.DeckText.parse;
import static dev.rockpool.content.DeckText.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeckParserTest {
    private final DeckParser parser = new DeckParser();

    @Test
    void readsABasicCardWithItsFields() {
        Card card = deck("""
                        ## What is a **shard**? {#streams-shard}

                        A unit of capacity.
                        It owns a range of hash keys.

                        Source: https://example.org/a_(b) (primary, 2026-10)
                        Source: A book, chapter 3 (recalled)
                        Tags: #streaming #limits
                        Fixes: q12-c8 q12-c9
                        Show: shards/hot-key
                        Difficulty: 3
                        """).cards().getFirst();

        assertThat(card.id()).isEqualTo("streams-shard").isEqualTo(card.noteId());
        assertThat(card.form()).isEqualTo(Card.Form.BASIC);
        assertThat(card.prompt()).isEqualTo("What is a **shard**?");
        assertThat(card.answer()).isEqualTo("A unit of capacity.\nIt owns a range of hash keys.");
        assertThat(card.sources())
                .containsExactly(
                        new Source("https://example.org/a_(b)", Source.Kind.PRIMARY, "2026-10"),
                        new Source("A book, chapter 3", Source.Kind.RECALLED, ""));
        assertThat(card.sources()).extracting(Source::isLink).containsExactly(true, false);
        assertThat(card.tags()).containsExactly("streaming", "limits");
        assertThat(card.fixes()).containsExactly("q12-c8", "q12-c9");
        assertThat(card.show()).isEqualTo("shards/hot-key");
        assertThat(card.otherFields()).containsExactly(java.util.Map.entry("Difficulty", "3"));
        assertThat(card.accepted()).isEmpty();
        assertThat(card.contentHash()).hasSize(32);
    }

    @Test
    void aHeadingInsideACodeBlockStartsNoSection() {
        Deck deck = deck("""
                ## How is a heading written? {#heading}

                ```markdown
                ## Not a section {#nothing}
                Source: nothing
                ```
                """);
        assertThat(deck.cards()).extracting(Card::id).containsExactly("heading");
        assertThat(deck.cards().getFirst().answer()).contains("## Not a section");
    }

    @Test
    void theWordingDecidesTheContentHash() {
        String before = deck("## A {#a}\n\nB\n").cards().getFirst().contentHash();
        assertThat(deck("\n## A {#other}\n\nB\n\nTags: #x\n").cards().getFirst().contentHash())
                .isEqualTo(before);
        assertThat(deck("## A {#a}\n\nB.\n").cards().getFirst().contentHash()).isNotEqualTo(before);
    }

    @Test
    void aLastSentenceWithAColonIsNoField() {
        Card card = deck("## A {#a}\n\nSome text.\nNote: this stays.\n").cards().getFirst();
        assertThat(card.answer()).isEqualTo("Some text.\nNote: this stays.");
        assertThat(card.otherFields()).isEmpty();
    }

    @Test
    void aFieldMayFollowTextWithoutABlankLine() {
        Card card =
                deck("## A {#a}\n\n- one\n- two\nSource: x (primary)\n").cards().getFirst();
        assertThat(card.answer()).isEqualTo("- one\n- two");
        assertThat(card.sources()).hasSize(1);
    }

    @Test
    void readsATypedCard() {
        Card card = deck("""
                        ## How long? {#duration .typed}

                        **180 days**, at least.

                        After that it is free.

                        Accept: half a year | 6 months
                        """).cards().getFirst();
        assertThat(card.form()).isEqualTo(Card.Form.TYPED);
        assertThat(card.accepted()).containsExactly("180 days, at least.", "half a year", "6 months");
        assertThat(card.answer()).isEqualTo("**180 days**, at least.\n\nAfter that it is free.");
        assertThat(card.accepts("  Half  a YEAR. ")).isTrue();
        assertThat(card.accepts("180 days, at least")).isTrue();
        assertThat(card.accepts("year")).isFalse();
        assertThat(card.accepts(" . ")).isFalse();
    }

    @Test
    void readsClozeCards() {
        List<Card> cards = deck("""
                        ## What one shard accepts {#shard-in}

                        A shard accepts {{c1::1 MB/s}} or {{c2::1,000::how many}} records a second.
                        """).cards();
        assertThat(cards).extracting(Card::id).containsExactly("shard-in/c1", "shard-in/c2");
        assertThat(cards).extracting(Card::noteId).containsOnly("shard-in");
        assertThat(cards)
                .extracting(Card::prompt)
                .containsExactly(
                        "A shard accepts **[…]** or 1,000 records a second.",
                        "A shard accepts 1 MB/s or **[how many]** records a second.");
        assertThat(cards)
                .extracting(Card::answer)
                .containsExactly(
                        "A shard accepts **1 MB/s** or 1,000 records a second.",
                        "A shard accepts 1 MB/s or **1,000** records a second.");
    }

    @Test
    void readsAMultipleChoice() {
        MultipleChoice choice = (MultipleChoice) deck("""
                        ## Which? {#which}

                        Think.

                        ```quiz
                        - [ ] One
                          : Too
                            few.
                        - [x] Two,
                          neither more
                          : Right.
                        - [ ] Three
                          : Too many.
                        ```

                        More.

                        Tags: #count
                        """).quizItems().getFirst();
        assertThat(choice.stem()).isEqualTo("Which?\n\nThink.");
        assertThat(choice.explanation()).isEqualTo("More.");
        assertThat(choice.multi()).isFalse();
        assertThat(choice.options())
                .containsExactly(
                        new Option("One", false, "Too few."),
                        new Option("Two, neither more", true, "Right."),
                        new Option("Three", false, "Too many."));
        assertThat(((MultipleChoice) deck("## A {#a}\n\n```quiz multi\n- [x] a\n- [X] b\n```\n")
                                .quizItems()
                                .getFirst())
                        .multi())
                .isTrue();
    }

    @Test
    void readsMatchOrderAndNumeric() {
        List<QuizItem> items = deck("""
                        ## Pair {#pair}

                        ```match
                        a -> b-> c
                        d → e
                        ```

                        ## Sort {#sort}

                        ```order
                        1. one
                        2. two
                        ```

                        ## Count {#count}

                        ```numeric
                        answer: 12.5
                        tolerance: 4%
                        unit: MB/s
                        formula: 25 ÷ 2
                        ```
                        """).quizItems();
        assertThat(((Match) items.get(0)).pairs()).containsExactly(new Pair("a", "b-> c"), new Pair("d", "e"));
        assertThat(((Order) items.get(1)).items()).containsExactly("one", "two");
        Numeric numeric = (Numeric) items.get(2);
        assertThat(numeric.answer()).isEqualByComparingTo("12.5");
        assertThat(numeric.unit()).isEqualTo("MB/s");
        assertThat(numeric.formula()).isEqualTo("25 ÷ 2");
        assertThat(numeric.accepts(new java.math.BigDecimal("13"))).isTrue();
        assertThat(numeric.accepts(new java.math.BigDecimal("13.01"))).isFalse();
    }

    @Test
    void readsADocumentedQuestionWithItsClaims() {
        ParsedDeck parsed = parser.parse("q12.md", """
                ---
                deck: Data
                topic: streaming
                title: Streams
                question: 12
                custom:
                  list: [1, two, null]
                ---

                # Which service? {#q12}

                Kinesis.

                ## It is Kafka {#q12-c1 .wrong}

                It is not.

                Since: about 2025-12
                Source: x (secondary)

                ## It streams {#q12-c2 .correct}
                """, true);
        assertThat(parsed.findings()).isEmpty();
        Deck deck = parsed.deck().orElseThrow();
        assertThat(deck.question()).contains(new DocumentedQuestion("q12", 12, "Which service?", "Kinesis."));
        assertThat(deck.claims()).extracting(Claim::verdict).containsExactly(Verdict.WRONG, Verdict.CORRECT);
        assertThat(deck.claims()).extracting(Claim::correction).containsExactly("It is not.", "");
        assertThat(deck.claims().getFirst().sinceText()).isEqualTo("since about December 2025");
        assertThat(deck.frontMatter().get("custom")).isEqualTo(java.util.Map.of("list", List.of(1, "two", "")));
        assertThat(parsed.lineOf("q12-c1")).isEqualTo(14);
        assertThat(parsed.ids()).containsExactly("q12", "q12-c1", "q12-c2");
    }

    @Test
    void questionsBelowTenMayHaveAZeroInTheirId() {
        String text = "---\ndeck: D\ntopic: t\ntitle: T\nquestion: 7\n---\n# Q {#q07}\n\nA\n";
        assertThat(parser.parse("q07.md", text, true)
                        .deck()
                        .orElseThrow()
                        .question()
                        .orElseThrow()
                        .id())
                .isEqualTo("q07");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-15, since 15 October 2025",
        "about 2025-10-15, since about 15 October 2025",
        "2025-12, since December 2025",
        "2025, since 2025",
        "someday, since someday",
        "'', ''"
    })
    void tellsSinceWhenACorrectionHolds(String since, String text) {
        assertThat(new Claim("c", "s", Verdict.OUTDATED, "", since, List.of(), java.util.Map.of()).sinceText())
                .isEqualTo(text);
    }

    @Test
    void everyFaultHasItsRuleAndLine() {
        assertThat(faults("## No id\n\nA\n")).containsExactly("id-missing 7");
        assertThat(faults("## A {#Bad_Id}\n\nA\n")).containsExactly("id-form 7");
        assertThat(faults("## A {#a}\n\nA\n\n## B {#a}\n\nB\n")).containsExactly("id-unique 11");
        assertThat(faults("## A {#a .strange}\n\nA\n")).containsExactly("heading-class 7");
        assertThat(faults("## A {#a .wrong .correct}\n\nA\n")).containsExactly("heading-class 7");
        assertThat(faults("## A {#a .typed}\n\n```order\n1. a\n2. b\n```\n")).containsExactly("heading-class 7");
        assertThat(faults("## A {#a}\n\n```order\n1. a\n2. b\n```\n\n```match\na -> b\n```\n"))
                .containsExactly("block-form 14");
        assertThat(faults("## A {#a}\n")).containsExactly("empty-answer 7");
        assertThat(faults("## {#a}\n\nB\n")).containsExactly("empty-answer 7");
        assertThat(faults("## A {#a .typed}\n\nSource: x (primary)\n")).containsExactly("empty-answer 7");
        assertThat(faults("## A {#a}\n\nx {{c1::y}\n")).containsExactly("cloze-form 9");
        assertThat(faults("## A {#a}\n\nx\n{{c1:y}}\n")).containsExactly("cloze-form 10");
        assertThat(faults("## A {#a}\n\n{{c0::y}} {{c1::}}\n")).containsExactly("cloze-form 9", "cloze-form 9");
    }

    @Test
    void everyBadFieldHasItsLine() {
        assertThat(faults("## A {#a}\n\nB\n\nSource: x\n")).containsExactly("field-form 11");
        assertThat(faults("## A {#a}\n\nB\n\nSource: x (hearsay)\n")).containsExactly("field-form 11");
        assertThat(faults("## A {#a}\n\nB\n\nSource: x (primary, 2026-13)\n")).containsExactly("field-form 11");
        assertThat(faults("## A {#a}\n\nB\n\nSource: x (primary, soon)\n")).containsExactly("field-form 11");
        assertThat(faults("## A {#a}\n\nB\n\nTags: one\n")).containsExactly("field-form 11");
        assertThat(faults("## A {#a}\n\nB\n\nTags: #one\nTags: #two\n")).containsExactly("field-twice 12");
        assertThat(faults("## A {#a}\n\nB\n\nFixes: Q12.c1\n")).containsExactly("field-form 11");
        assertThat(faults("## A {#a}\n\nB\n\nShow: lab\n")).containsExactly("field-form 11");
        assertThat(faults("## A {#a .typed}\n\nB\n\nAccept: |\n")).containsExactly("field-form 11");
        assertThat(faults("## A {#a .wrong}\n\nB\n\nSince: 2025-02-30\n")).containsExactly("field-form 11");
        assertThat(faults("## A {#a}\n\nB\n\nSince: 2025-02\nAccept: b\n"))
                .containsExactly("field-place 11", "field-place 12");
        assertThat(faults("## A {#a}\n\nSource: x (primary)\n\nB\n")).containsExactly("field-form 9");
    }

    @Test
    void everyBadBlockHasItsLine() {
        assertThat(faults("## A {#a}\n\n```quiz\n- [ ] a\nnonsense\n- [ ]\n```\n"))
                .containsExactly("block-form 11", "block-form 12");
        assertThat(faults("## A {#a}\n\n```quiz\n- [ ] a\n- [ ] b\n```\n")).containsExactly("one-right 7");
        assertThat(faults("## A {#a}\n\n```quiz\n- [x] a\n- [x] b\n```\n")).containsExactly("one-right 7");
        assertThat(faults("## A {#a}\n\n```quiz multi\n- [ ] a\n```\n")).containsExactly("one-right 7");
        assertThat(faults("## A {#a}\n\n```quiz many\n- [x] a\n```\n")).containsExactly("block-form 9");
        assertThat(faults("## A {#a}\n\n```match\na -> b\na - b\n```\n")).containsExactly("block-form 11");
        assertThat(faults("## A {#a}\n\n```match\n```\n")).containsExactly("block-form 9");
        assertThat(faults("## A {#a}\n\n```order\n1. a\n3. b\nc\n```\n"))
                .containsExactly("block-form 11", "block-form 12");
        assertThat(faults("## A {#a}\n\n```order\n1. a\n```\n")).containsExactly("block-form 9");
        assertThat(faults("## A {#a}\n\n```numeric\nanswer: 1,000\ntolerance: -1\n```\n"))
                .containsExactly("block-form 9", "block-form 9");
        assertThat(faults("## A {#a}\n\n```numeric\nanswer: 1\nanswer: 2\ncolour: red\n```\n"))
                .containsExactly("block-form 9", "block-form 11", "block-form 12");
        assertThat(faults("## A {#a}\n\n```quiz\n- [x] a\n\n## B {#b}\n\nC\n\n\n"))
                .contains("block-form 9");
        assertThat(faults("## A {#a}\n\nB\n\n- x\n\n  ```quiz\n  - [x] a\n  ```\n"))
                .containsExactly("block-form 13");
    }

    @ParameterizedTest
    @CsvSource({
        "'no front matter', front-matter, 1",
        "'---\ndeck: x\n', front-matter, 1",
        "'---\n- a\n---\n', front-matter, 2",
        "'---\ndeck: a: b\n---\n', front-matter, 2",
        "'---\ndeck: &a [x]\ntopic: *a\n---\n', front-matter, 3",
        "'---\ndeck: x\ndeck: y\n---\n', front-matter, 3",
        "'---\ndeck: x\ntopic: t\n---\n', front-matter-field, 2",
        "'---\ndeck: x\ntopic: A Topic\ntitle: T\n---\n', front-matter-field, 2",
        "'---\ndeck: 7\ntopic: t\ntitle: T\n---\n', front-matter-field, 2",
        "'---\ndeck: x\ntopic: t\ntitle: T\nlang: [en]\n---\n', front-matter-field, 2",
        "'---\ndeck: x\ntopic: t\ntitle: T\nquestion: twelve\n---\n', front-matter-field, 2",
        "'---\ndeck: x\ntopic: t\ntitle: T\nquestion: 2\n---\n', question-heading, 1",
        "'---\ndeck: x\ntopic: t\ntitle: T\nquestion: 2\n---\n# Q {#q3}\n\nA\n', question-heading, 7",
        "'---\ndeck: x\ntopic: t\ntitle: T\nquestion: 2\n---\n# Q {#q2}\n\nA\n\n# R\n', question-heading, 11",
        "'---\ndeck: x\ntopic: t\ntitle: T\nquestion: 2\n---\n## A {#a}\n\nB\n\n# Q {#q2}\n\nA\n', question-heading, 11",
        "'---\ndeck: x\ntopic: t\ntitle: T\nquestion: 2\n---\n# Q {#q2}\n', empty-answer, 7",
        "'---\ndeck: x\ntopic: t\ntitle: T\nquestion: 2\n---\n# Q {#q2}\n\nA\n\nTags: #a\n', field-place, 11"
    })
    void everyFaultAtTheHeadOfAFileIsTold(String text, String rule, int line) {
        assertThat(parser.parse("f.md", text, false).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.line()).isEqualTo(line);
            assertThat(finding.sentence()).endsWith(".").doesNotContain("\n");
        });
    }

    @Test
    void deeplyNestedFrontMatterIsRefused() {
        String text = "---\ndeck: " + "[".repeat(20_000) + "\n---\n";
        assertThat(rules(parser.parse("f.md", text, false).findings())).containsExactly("front-matter");
        String long_ = "---\ndeck: " + "x".repeat(70_000) + "\n---\n";
        assertThat(rules(parser.parse("f.md", long_, false).findings())).containsExactly("front-matter");
    }

    @Test
    void bytesThatAreNotUtf8AreToldWithTheirLine() {
        byte[] content = (DeckText.FRONT_MATTER + "## A {#a}\n\nB?\n").getBytes(StandardCharsets.UTF_8);
        content[content.length - 2] = (byte) 0xff;
        assertThat(parser.parse("f.md", content, false).findings())
                .extracting(Finding::toString)
                .containsExactly("f.md:9: encoding: This line is not UTF-8; save the file in the encoding UTF-8.");
        byte[] cutOff = {'-', '-', '-', '\n', (byte) 0xe2, (byte) 0x82};
        assertThat(rules(parser.parse("f.md", cutOff, false).findings())).containsExactly("encoding");
    }

    @Test
    void aByteOrderMarkAndOtherLineEndsAreAccepted() {
        String text = "\uFEFF" + (DeckText.FRONT_MATTER + "## A {#a}\n\nB\nC\n").replace("\n", "\r\n");
        assertThat(parser.parse("f.md", text, false).deck().orElseThrow().cards())
                .extracting(Card::answer)
                .containsExactly("B\nC");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        byte[] content = new byte[DeckParser.LARGEST_FILE + 1];
        assertThat(rules(parser.parse("f.md", content, false).findings())).containsExactly("too-large");
        assertThat(faults("## A {#a}\n\n" + "word ".repeat(20_000) + "\n")).containsExactly("too-large 7");
        StringBuilder cloze = new StringBuilder("## A {#a}\n\n");
        for (int i = 1; i <= CardReader.MOST_DELETIONS + 1; i++) {
            cloze.append("{{c").append(i).append("::x}} ");
        }
        assertThat(faults(cloze + "\n")).containsExactly("cloze-form 7");
    }

    @Test
    void textBeforeTheFirstSectionIsPassedOver() {
        assertThat(deck("# My notes\n\nFor me.\n\n## A {#a}\n\nB\n").cards()).hasSize(1);
        assertThat(FIRST_LINE).isEqualTo(parse("## A {#a}\n\nB\n").lineOf("a"));
        assertThat(parse("").lineOf("nothing")).isEqualTo(1);
    }

    @Test
    void aHeadingMayBeClosedOrUnderlined() {
        assertThat(deck("## A {#a} ##\n\nB\n\nC {#c}\n---\n\nD\n").cards())
                .extracting(Card::prompt)
                .containsExactly("A", "C");
    }

    @Test
    void readsAFileAndSaysWhatIsWrongWithIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("deck.md"), DeckText.FRONT_MATTER + "## A {#a}\n\nB\n");
        assertThat(parser.read(file).isUsable()).isTrue();
        assertThat(parser.read(file).deck().orElseThrow().file()).isEqualTo(file);
        assertThat(parser.read(file).folder()).contains(folder.toAbsolutePath());
        assertThat(rules(parser.read(folder.resolve("none.md")).findings())).containsExactly("unreadable");
        assertThat(rules(parser.read(folder).findings())).containsExactly("unreadable");
    }
}
