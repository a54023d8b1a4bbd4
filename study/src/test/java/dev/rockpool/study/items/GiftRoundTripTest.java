package dev.rockpool.study.items;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.content.DeckParser;
import dev.rockpool.content.Library;
import dev.rockpool.content.Match;
import dev.rockpool.content.MultipleChoice;
import dev.rockpool.content.Numeric;
import dev.rockpool.content.Option;
import dev.rockpool.content.Order;
import dev.rockpool.content.Pair;
import dev.rockpool.content.QuizItem;
import dev.rockpool.content.Source;
import dev.rockpool.content.Tolerance;
import dev.rockpool.content.WrittenItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GiftRoundTripTest {
    @Test
    void everyQuestionOfTheBuiltInDecksComesBackIdentical() {
        try (Library library = Library.builtIn()) {
            List<Deck> decks = library.snapshot().decks();

            Incoming read = GiftReader.read("all.gift", GiftWriter.write(decks), new PlainHtml());

            List<Filed> expected = decks.stream()
                    .flatMap(deck -> Exercise.of(deck).stream().map(each -> new Filed(deck.name(), each, 0)))
                    .toList();
            assertThat(expected.stream().filter(each -> each.exercise() instanceof Exercise.OfItem))
                    .hasSizeGreaterThanOrEqualTo(104);
            assertThat(read.exercises()).hasSameSizeAs(expected);
            assertThat(read.unmarked()).isZero();
            assertThat(read.partial()).isZero();
            for (int i = 0; i < expected.size(); i++) {
                assertThat(read.exercises().get(i).deck())
                        .isEqualTo(expected.get(i).deck());
                same(read.exercises().get(i).exercise(), expected.get(i).exercise());
            }
        }
    }

    @Test
    void everyExerciseIsASectionOfADeck() {
        try (Library library = Library.builtIn()) {
            assertThat(library.snapshot().decks().stream().flatMap(deck -> Exercise.of(deck).stream()))
                    .allSatisfy(
                            each -> assertThat(ExerciseMarkdown.section(each)).isPresent());
        }
    }

    /// Texts of the characters that mean something in GIFT, in all places.
    @Test
    void textsOfControlCharactersComeBackIdentical() {
        long seed = 20261127;
        Random random = new Random(seed);
        for (int trial = 0; trial < 500; trial++) {
            WrittenItem item = item(random, trial);
            Deck deck = deck("A/B::C", List.of(item), List.of());
            Incoming read = GiftReader.read("t.gift", GiftWriter.write(List.of(deck)), new PlainHtml());
            assertThat(read.exercises())
                    .as("seed " + seed + ", trial " + trial)
                    .singleElement()
                    .satisfies(filed -> {
                        assertThat(filed.deck()).isEqualTo("A/B::C");
                        assertThat(filed.exercise()).isEqualTo(new Exercise.OfItem(item));
                    });
        }
    }

    @Test
    void aTypedCardComesBackIdentical() {
        Deck deck = new DeckParser().parse("t.md", """
            ---
            deck: D
            topic: t
            title: T
            ---

            ## How wide is *it*? {#width .typed}

            `2` MB/s

            Each -> one.

            Accept: 2MB/s | 2 -> x | [2] | 5%
            Show: shards/hot-key
            Licence: free
            """, false).deck().orElseThrow();

        String gift = GiftWriter.write(List.of(deck));

        assertThat(gift).contains("=2 -&gt; x\n", "=[markdown][2]\n", "=5%\n");
        same(
                GiftReader.read("t.gift", gift, new PlainHtml())
                        .exercises()
                        .getFirst()
                        .exercise(),
                new Exercise.OfCard(deck.cards().getFirst()));
    }

    private static WrittenItem item(Random random, int trial) {
        String id = "item-" + trial;
        String stem = text(random) + (random.nextBoolean() ? "" : "\n\n" + text(random) + "\n" + text(random));
        String explanation = random.nextBoolean() ? "" : text(random) + "\n\n" + text(random);
        List<String> tags = random.nextBoolean() ? List.of() : List.of("storage", "s3/x");
        List<String> fixes = random.nextBoolean() ? List.of() : List.of("q01-c1", "q02-c2");
        List<Source> sources = random.nextBoolean()
                ? List.of()
                : List.of(
                        new Source("https://example.org/a#b", Source.Kind.PRIMARY, "2026-10"),
                        new Source("A book", Source.Kind.RECALLED, ""));
        String show = random.nextBoolean() ? "" : "shards/hot-key";
        Map<String, String> others = random.nextBoolean() ? Map.of() : Map.of("Licence", "a: b\nc");
        return switch (random.nextInt(4)) {
            case 0 -> {
                boolean multi = random.nextBoolean();
                List<Option> options = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    boolean right = i == 1 || (multi && random.nextBoolean());
                    options.add(new Option(text(random), right, random.nextBoolean() ? "" : text(random)));
                }
                yield new MultipleChoice(id, stem, explanation, tags, fixes, sources, show, others, options, multi);
            }
            case 1 -> {
                boolean numbered = random.nextBoolean();
                List<Pair> pairs = new ArrayList<>();
                for (int i = 1; i <= 3; i++) {
                    pairs.add(new Pair(numbered ? "Position " + i : text(random), text(random)));
                }
                yield new Match(id, stem, explanation, tags, fixes, sources, show, others, pairs);
            }
            case 2 ->
                new Order(
                        id,
                        stem,
                        explanation,
                        tags,
                        fixes,
                        sources,
                        show,
                        others,
                        List.of(text(random), text(random), text(random)));
            default ->
                new Numeric(
                        id,
                        random.nextBoolean() ? stem : stem + "\n\nAnswer in GB.",
                        explanation,
                        tags,
                        fixes,
                        sources,
                        show,
                        others,
                        new BigDecimal(List.of("12", "-0.50", "1E+7", "53.7").get(random.nextInt(4))),
                        List.of(
                                        new Tolerance(BigDecimal.ZERO, false),
                                        new Tolerance(new BigDecimal("0.050"), false),
                                        new Tolerance(new BigDecimal("1").multiply(new BigDecimal("0.01")), true),
                                        new Tolerance(new BigDecimal("0.5").multiply(new BigDecimal("0.01")), true))
                                .get(random.nextInt(4)),
                        random.nextBoolean() ? "" : text(random),
                        random.nextBoolean() ? "" : text(random));
        };
    }

    private static String text(Random random) {
        List<String> pieces = List.of(
                "a",
                "µ",
                "×",
                "~",
                "=",
                "#",
                "{",
                "}",
                ":",
                "::",
                "\\",
                "\\n",
                "->",
                "-&gt;",
                "-&amp;gt;",
                "%50%",
                "[html]",
                "[x]",
                "//",
                "$CATEGORY:",
                "####",
                " b ",
                "T",
                "…");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        String stripped = text.toString().strip();
        return stripped.isEmpty() ? "c" : stripped;
    }

    private static Deck deck(String name, List<QuizItem> items, List<Card> cards) {
        return new Deck(
                name,
                "t",
                "T",
                java.nio.file.Path.of("t.md"),
                false,
                Map.of(),
                java.util.Optional.empty(),
                List.of(),
                cards,
                items);
    }

    static void same(Exercise actual, Exercise expected) {
        if (expected instanceof Exercise.OfCard(Card card)) {
            assertThat(actual)
                    .usingRecursiveComparison()
                    .ignoringFields("card.contentHash")
                    .isEqualTo(expected);
            assertThat(ExerciseMarkdown.section(actual).flatMap(ExerciseMarkdown::read))
                    .contains(new Exercise.OfCard(card));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }
}
