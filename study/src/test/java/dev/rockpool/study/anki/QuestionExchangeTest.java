package dev.rockpool.study.anki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.content.Card;
import dev.rockpool.content.Finding;
import dev.rockpool.content.QuizItem;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Questions as GIFT and CSV, out of one collection and into another.
class QuestionExchangeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    private static final String DECK = """
        ---
        deck: Mine::Ponds / seas
        topic: ponds
        title: Ponds
        ---

        ## Which *is* the `{largest}`? {#pond-largest}

        ```quiz
        - [ ] Pond: A
          : No = wrong.
        - [x] Pond ~B
          : It is #1.
        - [ ] Pond C
        ```

        Because of the tide.

        Twice a day.

        Fixes: q01-c1
        Source: https://example.org/a_b#c (primary, 2026-10)
        Source: a book (recalled)
        Licence: free
        Tags: #one #two

        ## Which two? {#pond-two}

        ```quiz multi
        - [x] A
        - [x] B
        - [ ] C
        ```

        ## Pair them. {#pond-pairs}

        ```match
        Limpet -> algae
        Crab -> carrion
        ```

        ## Put them in order. {#pond-order}

        ```order
        1. Low tide
        2. Flood
        3. High tide
        ```

        ## How deep? {#pond-deep}

        ```numeric
        answer: 12.50
        tolerance: 2%
        unit: m
        formula: 10 + 2.5
        ```

        ## Who clings? {#pond-clings .typed}

        The *limpet*

        With its foot.

        Accept: limpet | a limpet

        ## What is a pool? {#pond-pool}

        A piece of sea.
        """;

    private final Path root;
    private final Learner there;

    QuestionExchangeTest(@TempDir Path root) {
        this.root = root;
        this.there = new Learner(root.resolve("there"), NOW);
    }

    @AfterEach
    void close() {
        there.close();
    }

    private Arrival.Arrived arrive(Path file, FileForm form, Optional<String> deck) {
        try (Arrival arrival = new AnkiImport(there.library, there.study, there.decks, NOW)
                .prepare(file, form, new AnkiImport.Wanted(deck, true), () -> {})) {
            Arrival.Arrived arrived = arrival.commit();
            there.learn();
            assertThat(there.library.snapshot().findings().stream().filter(Finding::isFault))
                    .isEmpty();
            return arrived;
        }
    }

    @ParameterizedTest
    @CsvSource({"out.gift,GIFT,GIFT", "out.txt,GIFT,GIFT", "out.csv,QUIZ_CSV,CSV"})
    void goesRound(String name, FileForm out, FileForm in) {
        Path file = root.resolve(name);
        List<QuizItem> items;
        Card typed;
        try (Learner here = new Learner(root.resolve("here"), NOW)) {
            here.write("mine.md", DECK);
            assertThat(here.library.snapshot().findings().stream().filter(Finding::isFault))
                    .isEmpty();
            items = here.library.snapshot().deckOf("pond-deep").orElseThrow().quizItems();
            typed = here.library.snapshot().card("pond-clings").orElseThrow();
            AnkiExport.Exported exported = new AnkiExport(here.library, here.study, NOW)
                    .write(file, out, here.library.snapshot().decks(), List.of());
            assertThat(exported.notes() - exported.cards()).isGreaterThanOrEqualTo(104 + items.size());
            assertThat(exported.left()).isPositive();
        }

        Arrival.Summary summary = arrive(file, in, Optional.empty()).summary();

        assertThat(summary.losses()).isEmpty();
        assertThat(summary.added()).isEqualTo(6);
        assertThat(summary.kept()).isGreaterThanOrEqualTo(104);
        assertThat(items)
                .hasSize(5)
                .allSatisfy(item ->
                        assertThat(there.library.snapshot().quizItem(item.id())).contains(item));
        assertThat(there.library.snapshot().card("pond-clings")).contains(typed);
        assertThat(there.library.snapshot().deckOf("pond-deep").orElseThrow().name())
                .isEqualTo("Mine::Ponds / seas");
        assertThat(there.library.snapshot().deckOf("pond-deep").orElseThrow().file())
                .hasParentRaw(there.decks.resolve("quiz"));

        Arrival.Summary again = arrive(file, in, Optional.empty()).summary();
        assertThat(again.added() + again.updated()).isZero();
    }

    @Test
    void aSecondImportUpdatesAndCanBeTakenBack() throws IOException {
        Path file = root.resolve("two.gift");
        Files.writeString(file, "// [id:a-1]\nWhy?{=a ~b ~c}\n\n// [id:a-2]\nHow?{=x ~y ~z}\n");
        Arrival.Arrived first = arrive(file, FileForm.GIFT, Optional.of("Chosen"));
        assertThat(first.summary().added()).isEqualTo(2);
        assertThat(there.library.snapshot().deckOf("a-1").orElseThrow().name()).isEqualTo("Chosen");

        Files.writeString(file, "// [id:a-1]\nWhy then?{=a ~b ~c}\n");
        Arrival.Arrived second = arrive(file, FileForm.GIFT, Optional.of("Chosen"));
        assertThat(second.summary().updated()).isOne();
        assertThat(there.library.snapshot().quizItem("a-1").orElseThrow().stem())
                .isEqualTo("Why then?");
        assertThat(there.library.snapshot().quizItem("a-2")).isPresent();

        second.takeBack();
        there.learn();
        assertThat(there.library.snapshot().quizItem("a-1").orElseThrow().stem())
                .isEqualTo("Why?");
        first.takeBack();
        there.learn();
        assertThat(there.library.snapshot().quizItem("a-1")).isEmpty();
    }

    @Test
    void countsWhatIsLeftOut() throws IOException {
        Path file = root.resolve("losses.gift");
        Files.writeString(file, """
            Describe it. {}

            [html]<p>Which <b>one</b>?</p><script>alert(1)</script> {=<i>a</i> ~%50%b ~c}

            [markdown]Which?\\n\\n## A heading {=a ~b ~c}
            """);

        Arrival.Summary summary = arrive(file, FileForm.GIFT, Optional.empty()).summary();

        assertThat(summary.added()).isOne();
        assertThat(summary.losses())
                .isEqualTo(Map.of(Loss.UNMARKED, 1, Loss.PART_OF_THE_POINTS, 1, Loss.NOT_A_SECTION, 1));
        QuizItem item = there.library.snapshot().decks().getLast().quizItems().getFirst();
        assertThat(item.stem()).isEqualTo("Which **one**?");
        assertThat(there.library.snapshot().decks().getLast().name()).isEqualTo("losses");
    }

    @Test
    void aBadFileChangesNothing() throws IOException {
        Path file = root.resolve("bad.gift");
        Files.writeString(file, "Why?{=a ~b ~c}\n\nHow?{=x ~y\n");

        assertThatThrownBy(() -> arrive(file, FileForm.GIFT, Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("bad.gift:3: The answers are not closed");
        assertThat(there.decks.resolve("quiz")).doesNotExist();
        assertThatThrownBy(() -> FileForm.named("moodle")).hasMessageContaining("apkg, text, csv, gift, quiz-csv");
    }

    @Test
    void saysWhereItCannotWrite() {
        assertThatThrownBy(() -> new AnkiExport(there.library, there.study, NOW)
                        .write(
                                root.resolve("none/out.gift"),
                                there.library.snapshot().decks(),
                                List.of()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("none");
    }
}
