package dev.rockpool.study.anki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rockpool.content.Card;
import dev.rockpool.content.Finding;
import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Anki's text format and CSV, out and in.
class TextExchangeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    private final Path root;
    private final Learner there;

    TextExchangeTest(@TempDir Path root) {
        this.root = root;
        this.there = new Learner(root.resolve("there"), NOW);
    }

    private int builtIn;

    @BeforeEach
    void count() {
        builtIn = there.cardIds().size();
    }

    @AfterEach
    void close() {
        there.close();
    }

    private Arrival.Summary arrive(Path file) {
        try (Arrival arrival =
                new AnkiImport(there.library, there.study, there.decks, NOW).prepare(file, AnkiImport.Wanted.ALL)) {
            Arrival.Summary summary = arrival.commit().summary();
            there.learn();
            assertThat(there.library.snapshot().findings().stream().filter(Finding::isFault))
                    .isEmpty();
            return summary;
        }
    }

    private Arrival.Summary arrive(String name, String text) throws IOException {
        return arrive(Files.writeString(root.resolve(name), text));
    }

    private List<Card> cards() {
        List<Card> all = there.library.snapshot().cards();
        return all.subList(builtIn, all.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.txt", "out.tsv", "out.csv"})
    void goesRound(String name) {
        Path file = root.resolve(name);
        List<Card> written;
        try (Learner here = new Learner(root.resolve("here"), NOW)) {
            here.write("mine.md", """
                    ---
                    deck: Mine::Tabs, "quotes"
                    topic: streams
                    title: Streams
                    ---

                    ## Which *one*, "a" or 'b'? {#my-one}

                    First, with a comma;

                    - and a list
                    - of two

                    ```
                    code	with a tab
                    and a line
                    ```

                    Source: https://example.org/a_b (primary, 2026-10)
                    Source: a book (recalled)
                    Tags: #one #two

                    ## Text {#my-text}

                    The keys {{c1::`x`::a hint}} and {{c2::**bold**}}.

                    Source: a book (secondary)
                    """);
            assertThat(here.library.snapshot().findings().stream().filter(Finding::isFault))
                    .isEmpty();
            written = here.library.snapshot().cards().subList(builtIn, builtIn + 3);
            AnkiExport.Exported exported = new AnkiExport(here.library, here.study, NOW)
                    .write(file, here.library.snapshot().decks(), List.of());
            assertThat(exported.cards()).isEqualTo(builtIn + 3);
        }
        Arrival.Summary summary = arrive(file);
        assertThat(summary.losses()).isEmpty();
        assertThat(summary.added()).isEqualTo(2);
        assertThat(summary.kept()).isPositive();
        assertThat(cards()).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(cards().get(i).id()).isEqualTo(written.get(i).id());
            assertThat(cards().get(i).prompt()).isEqualTo(written.get(i).prompt());
            assertThat(cards().get(i).answer()).isEqualTo(written.get(i).answer());
            assertThat(cards().get(i).sources()).isEqualTo(written.get(i).sources());
            assertThat(cards().get(i).tags()).isEqualTo(written.get(i).tags());
        }
        assertThat(there.library.snapshot().deckOf("my-one").orElseThrow().name())
                .isEqualTo("Mine::Tabs, \"quotes\"");
        Arrival.Summary again = arrive(file);
        assertThat(again.added() + again.updated()).isZero();
    }

    @Test
    void readsWhatAnkisHeaderSays() throws IOException {
        Arrival.Summary summary = arrive("deck.txt", """
                #Separator:Semicolon
                #html:true
                #tags:all of
                #deck:Given
                #guid column:1
                #tags column:4
                #notetype column:5
                # a comment
                g!1;Two <b>words</b>;"an ""answer"";
                on two lines";mine;Basic
                #g!0;commented;out;;
                g!2;dog;perro;;Basic (and reversed card)
                g!3;a {{c1::gap}};extra;;Cloze
                g!4;only;;;
                """);
        assertThat(summary.added()).isEqualTo(3);
        assertThat(summary.losses()).isEqualTo(Map.of(Loss.NO_ANSWER, 1));
        assertThat(cards())
                .extracting(Card::prompt)
                .containsExactly("Two **words**", "dog", "perro", "a **[…]**\n\nextra");
        assertThat(cards().getFirst().answer()).isEqualTo("an \"answer\"; on two lines");
        assertThat(cards().getFirst().tags()).containsExactly("all", "of", "mine");
        assertThat(there.library
                        .snapshot()
                        .deckOf(cards().getFirst().id())
                        .orElseThrow()
                        .name())
                .isEqualTo("Given");
    }

    @Test
    void readsPlainTextAsItIs() throws IOException {
        Arrival.Summary summary = arrive("words.txt", "2 < 3 & *x*\tyes_or_no\n\nNote: a\tField: b\nlonely\n");
        assertThat(summary.losses()).isEqualTo(Map.of(Loss.SHORT_LINE, 1));
        assertThat(cards().getFirst().prompt()).isEqualTo("2 \\< 3 & \\*x\\*");
        assertThat(cards().getFirst().answer()).isEqualTo("yes_or_no");
        assertThat(cards().get(1).answer()).isEqualTo("Field\\: b");
        assertThat(there.library
                        .snapshot()
                        .deckOf(cards().getFirst().id())
                        .orElseThrow()
                        .name())
                .isEqualTo("words");
    }

    @Test
    void readsTheHeadOfATable() throws IOException {
        arrive("table.csv", "\uFEFFId,Answer,Hint,Question\r\nmy-id,Two,no,\"One,\r\nand more\"\r\n");
        assertThat(cards()).singleElement().satisfies(card -> {
            assertThat(card.id()).isEqualTo("my-id");
            assertThat(card.prompt()).isEqualTo("One, and more");
            assertThat(card.answer()).isEqualTo("Two");
        });
        arrive("german.csv", "Frage eins;Antwort\nFrage zwei;Antwort\n");
        assertThat(cards()).hasSize(3);
    }

    @Test
    void readsColumnsThatTheHeaderNames() throws IOException {
        arrive("named.txt", "#separator:Comma\n#columns:Tags,Back,Front\n#tags column:1\none two,perro,dog\n");
        assertThat(cards()).singleElement().satisfies(card -> {
            assertThat(card.prompt()).isEqualTo("dog");
            assertThat(card.answer()).isEqualTo("perro");
            assertThat(card.tags()).containsExactly("one", "two");
        });
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        for (byte[] bytes : List.of(
                new byte[] {'a', '\t', (byte) 0xff},
                "\"never closed\tb\n".getBytes(StandardCharsets.UTF_8),
                "#separator:nothing\na,b\n".getBytes(StandardCharsets.UTF_8),
                "#guid column:zero\na\tb\n".getBytes(StandardCharsets.UTF_8))) {
            Path file = Files.write(root.resolve("bad.txt"), bytes);
            InputException failure = catchThrowableOfType(InputException.class, () -> arrive(file));
            assertThat(failure).isNotNull();
            assertThat(failure.code()).isEqualTo("anki-text");
            assertThat(failure.sentence()).endsWith(".").doesNotContain("\n");
        }
        InputException form = catchThrowableOfType(InputException.class, () -> arrive(root.resolve("a.docx")));
        assertThat(Optional.ofNullable(form).map(InputException::code)).contains("exchange-form");
        InputException absent = catchThrowableOfType(InputException.class, () -> arrive(root.resolve("absent.csv")));
        assertThat(Optional.ofNullable(absent).map(InputException::code)).contains("anki-unreadable");
        assertThat(cards()).isEmpty();
    }
}
