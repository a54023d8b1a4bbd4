package dev.rockpool.study.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.content.Card;
import dev.rockpool.content.Match;
import dev.rockpool.content.MultipleChoice;
import dev.rockpool.content.Numeric;
import dev.rockpool.content.Option;
import dev.rockpool.content.Order;
import dev.rockpool.content.Pair;
import dev.rockpool.content.QuizItem;
import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GiftReaderTest {
    @TempDir
    private Path folder;

    private static Incoming moodle() throws IOException {
        try (var stream = GiftReaderTest.class.getResourceAsStream("moodle.gift")) {
            assertThat(stream).isNotNull();
            return GiftReader.read(
                    "moodle.gift", new String(stream.readAllBytes(), StandardCharsets.UTF_8), new PlainHtml());
        }
    }

    private static QuizItem item(Incoming incoming, int index) {
        return ((Exercise.OfItem) incoming.exercises().get(index).exercise()).item();
    }

    private static Card card(Incoming incoming, int index) {
        return ((Exercise.OfCard) incoming.exercises().get(index).exercise()).card();
    }

    @Test
    void readsTheDocumentedSyntax() throws IOException {
        Incoming incoming = moodle();

        assertThat(incoming.exercises()).hasSize(15).allSatisfy(filed -> {
            assertThat(filed.deck()).isEqualTo("Ponds::Tide / Rock pools");
            assertThat(ExerciseMarkdown.section(filed.exercise()))
                    .as(filed.exercise().stem())
                    .isPresent();
            assertThat(filed.exercise().sources())
                    .extracting(source -> source.location())
                    .containsExactly("GIFT, moodle.gift");
        });
        assertThat(incoming.unmarked()).isEqualTo(2);
        assertThat(incoming.partial()).isEqualTo(3);
    }

    @Test
    void readsChoices() throws IOException {
        Incoming incoming = moodle();

        MultipleChoice depth = (MultipleChoice) item(incoming, 0);
        assertThat(incoming.exercises().getFirst().line()).isEqualTo(7);
        assertThat(depth.id()).isEqualTo("pool-depth");
        assertThat(depth.tags()).containsExactly("pools", "two-words");
        assertThat(depth.stem()).isEqualTo("How deep is the pool at low tide?");
        assertThat(depth.explanation()).isEqualTo("See the #tide table: page {3}.");
        assertThat(depth.multi()).isFalse();
        assertThat(depth.options())
                .containsExactly(
                        new Option("Half a metre", true, "Right: measured on Monday."),
                        new Option("Two metres", false, "That is = the sea."),
                        new Option("A metre", false, "Half of it."),
                        new Option("Five metres", false, ""));

        MultipleChoice limpet = (MultipleChoice) item(incoming, 1);
        assertThat(limpet.stem()).isEqualTo("The limpet _____ to the rock.");
        assertThat(limpet.id()).startsWith("quiz-");
        assertThat(limpet.options()).extracting(Option::right).containsExactly(false, true, false);

        MultipleChoice crabs = (MultipleChoice) item(incoming, 2);
        assertThat(crabs.options()).containsExactly(new Option("True", true, ""), new Option("False", false, ""));

        MultipleChoice stars = (MultipleChoice) item(incoming, 3);
        assertThat(stars.options())
                .containsExactly(
                        new Option("True", false, "It has five, as a rule."), new Option("False", true, "Well seen."));

        MultipleChoice live = (MultipleChoice) item(incoming, 4);
        assertThat(live.multi()).isTrue();
        assertThat(live.options())
                .containsExactly(
                        new Option("Limpet", true, ""),
                        new Option("Crab", true, "It hides."),
                        new Option("Lion", false, ""));
    }

    @Test
    void readsTypedAnswersAndPairs() throws IOException {
        Incoming incoming = moodle();

        assertThat(card(incoming, 5).accepted()).containsExactly("limpet", "Limpets");
        assertThat(card(incoming, 5).answer()).isEqualTo("limpet");
        assertThat(((Match) item(incoming, 6)).pairs())
                .containsExactly(
                        new Pair("Limpet", "algae"), new Pair("Crab", "carrion"), new Pair("Anemone", "small fish"));
        assertThat(card(incoming, 11).prompt()).isEqualTo("What is the largest pool called?");
        assertThat(card(incoming, 14).prompt()).isEqualTo("Wie heißt das µ-Zeichen?");
    }

    @Test
    void readsNumbers() throws IOException {
        Incoming incoming = moodle();

        Numeric arms = (Numeric) item(incoming, 7);
        assertThat(arms.answer()).isEqualTo("5");
        assertThat(arms.tolerance().amount()).isZero();
        Numeric warm = (Numeric) item(incoming, 8);
        assertThat(warm.answer()).isEqualTo("14.5");
        assertThat(warm.tolerance().amount()).isEqualTo("0.5");
        assertThat(warm.formula()).isEmpty();
        assertThat(warm.explanation()).isEqualTo("Yes.");
        Numeric salty = (Numeric) item(incoming, 9);
        assertThat(salty.answer()).isEqualTo("35");
        assertThat(salty.tolerance().amount()).isEqualTo("1");
        Numeric old = (Numeric) item(incoming, 10);
        assertThat(old.answer()).isEqualTo("300");
        assertThat(old.explanation()).isEqualTo("About right.\n\nAsk the map.\n\nIt is granite.");
    }

    @Test
    void readsEscapesAndFormats() throws IOException {
        MultipleChoice plain = (MultipleChoice) item(moodle(), 12);

        assertThat(plain.stem()).isEqualTo("Which of *these* are **plain**?");
        assertThat(plain.options())
                .containsExactly(
                        new Option("\\", true, "A backslash: a\\b"),
                        new Option("~", false, ""),
                        new Option("2 < 3 & 4", false, ""),
                        new Option("line one", false, ""));
    }

    /// As Moodle exports what it imported from us: without our notes, with weights, tabs and comments of its own.
    @Test
    void anOrderAndAUnitSurviveAnotherProgram() {
        Incoming incoming = GiftReader.read("back.gift", """
            // question: 17  name: order-1
            // [id:order-1]
            ::order-1::[markdown]Put them in order.{
            \t=Position 1 -> Standard
            \t=Position 2 -> Archive
            }


            // question: 18  name: n-1
            ::n-1::[markdown]How much?\\n\\nAnswer in GB.{#
            \t=%100%53.7:0.05#\\= 10 × 5.37
            }
            """, new PlainHtml());

        assertThat(((Order) item(incoming, 0)).items()).containsExactly("Standard", "Archive");
        Numeric number = (Numeric) item(incoming, 1);
        assertThat(number.id()).isEqualTo("n-1");
        assertThat(number.stem()).isEqualTo("How much?");
        assertThat(number.unit()).isEqualTo("GB");
        assertThat(number.formula()).isEqualTo("10 × 5.37");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ::Title            | bad.gift:3: The title is not closed; write ::title:: before the question.
        Why? {=a ~b        | bad.gift:3: The answers are not closed; end them with }, without an empty line before.
        Why? }             | bad.gift:3: There is a } without a { before it; write \\} for a brace.
        Why? {=a} and {=b} | bad.gift:3: The question has a second { or }; write \\{ or \\} for a brace.
        {=a ~b}            | bad.gift:3: The question is empty; write it before the {.
        Why? {~a ~b}       | bad.gift:3: No option is right; write = before the right one, or a share such as %50%.
        Why? {~%100%a}     | bad.gift:3: The question has one option; write at least two, each behind = or ~.
        Why? {=a ~}        | bad.gift:3: An answer is empty; write it behind the = or ~.
        Why? {=%50%a}      | bad.gift:3: No answer is worth all points; write one without a share.
        Why? {=a -> b =c}  | bad.gift:3: The pair "c" has no arrow; write =left -> right.
        Why? {=a -> b =c->}| bad.gift:3: The pair "c->" has nothing behind the arrow.
        Why? {=a -> b}     | bad.gift:3: There is one pair; write at least two.
        Why? {#}           | bad.gift:3: There is no number behind the #; write {#12}, {#12:0.5} or {#11.5..12.5}.
        Why? {#twelve}     | bad.gift:3: "twelve" is no number; write digits with a decimal point, such as {#12:0.5}.
        Why? {#1:-1}       | bad.gift:3: The tolerance in "1:-1" is negative.
        Why? {#3..1}       | bad.gift:3: The range "3..1" ends before it begins.
        Why? {#=%50%1}     | bad.gift:3: No number is worth all points; write one without a share.
        """)
    void saysWhatIsWrongInOneSentenceWithItsLine(String text, String sentence) {
        assertThatThrownBy(() -> GiftReader.read("bad.gift", "// a comment\n\n" + text + "\n", new PlainHtml()))
                .isInstanceOf(InputException.class)
                .hasMessage(sentence);
    }

    @Test
    void namesTheLineWithinAQuestion() {
        assertThatThrownBy(() -> GiftReader.read("bad.gift", "Why? {\n=a -> b\n\t=c\n}", new PlainHtml()))
                .hasMessageStartingWith("bad.gift:3: The pair \"c\"");
    }

    @Test
    void refusesWhatNoPersonWrites() {
        PlainHtml html = new PlainHtml();
        assertThatThrownBy(() -> GiftReader.read("big.gift", "a\n".repeat(40_000) + "{T}", html))
                .hasMessage("big.gift:1: The question is longer than 65536 characters.");
        assertThatThrownBy(() -> GiftReader.read("big.gift", "a{}\n\n".repeat(20_001), html))
                .hasMessage("big.gift:40001: There are more than 20000 questions; split the file.");
        assertThat(GiftReader.read("ids.gift", "// [id:" + "a".repeat(60_000) + "\nWhy? {T}", html)
                        .exercises())
                .hasSize(1);
        assertThat(GiftReader.read("lines.gift", "[html]Why?" + "\n<a".repeat(10_000) + " {T}", html)
                        .exercises())
                .hasSize(1);
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws IOException {
        Path file = folder.resolve("latin.gift");
        Files.write(file, "Why? {T}\n\nHow hei\u00dft es? {T}\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> GiftReader.read(file, new PlainHtml()))
                .hasMessage("latin.gift:3: This line is not UTF-8; save the file in that encoding.");
        assertThatThrownBy(() -> GiftReader.read(folder.resolve("none.gift"), new PlainHtml()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none.gift");
    }

    @Test
    void noTextThrowsAnythingElse() {
        long seed = 27;
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "{",
                "}",
                "=",
                "~",
                "#",
                "####",
                "->",
                "%50%",
                "::",
                "\\",
                "\n",
                "\n\n",
                "a",
                "1",
                "..",
                ":",
                "//",
                "T",
                "[html]",
                "<b>",
                "$CATEGORY:",
                "// Rockpool Unit: ",
                "[id:x]");
        for (int trial = 0; trial < 5000; trial++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            try {
                GiftReader.read("fuzz.gift", text.toString(), new PlainHtml());
            } catch (InputException refused) {
                assertThat(refused.getMessage())
                        .as("seed " + seed + ": " + text)
                        .matches("(?s)fuzz\\.gift:\\d+: .*\\.");
            }
        }
    }
}
