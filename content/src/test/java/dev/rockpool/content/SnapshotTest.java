package dev.rockpool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotTest {
    private static final int MANY = 100_000;

    private static Deck question(int number, String text) {
        return new DeckParser()
                .parse(
                        "q" + number + ".md",
                        "---\ndeck: d\ntopic: t\ntitle: T\nquestion: " + number + "\n---\n# Frage " + number + " {#q"
                                + number + "}\n\n" + text,
                        true)
                .deck()
                .orElseThrow();
    }

    private static Snapshot two() {
        return Snapshot.of(
                List.of(question(2, "Zwei Äpfel.\n\n## Claim two {#q2-c1 .correct}\n"), question(1, """
                                Eins.

                                ## It is Kafka {#q1-c1 .wrong}

                                It is **not** Kafka.

                                ## Who? {#f1}

                                A `Kafka` of
                                Prague.

                                Fixes: q1-c1

                                ## Note {#f2}

                                {{c1::Kafka}} and {{c2::x}}

                                ## Pick {#m1}

                                ```order
                                1. a
                                2. b
                                3. c
                                ```

                                Fixes: q1-c1
                                """)), List.of());
    }

    @Test
    void everythingIsFoundByItsId() {
        Snapshot snapshot = two();
        assertThat(snapshot.questions()).extracting(DocumentedQuestion::number).containsExactly(1, 2);
        assertThat(snapshot.cards()).extracting(Card::id).containsExactly("f1", "f2/c1", "f2/c2");
        assertThat(snapshot.card("f2/c2")).isPresent();
        assertThat(snapshot.card("f2")).isEmpty();
        assertThat(snapshot.claim("q1-c1")).isPresent();
        assertThat(snapshot.quizItem("m1")).isPresent();
        for (String id : List.of("f2/c1", "f2", "q1-c1", "m1", "q1")) {
            assertThat(snapshot.deckOf(id)).as(id).contains(snapshot.decks().get(1));
        }
        assertThat(snapshot.deckOf("nothing")).isEmpty();
        assertThat(snapshot.cardsFixing("q1-c1")).extracting(Card::id).containsExactly("f1");
        assertThat(snapshot.quizItemsFixing("q1-c1")).extracting(QuizItem::id).containsExactly("m1");
        assertThat(snapshot.cardsFixing("q2-c1")).isEmpty();
        assertThat(DeckStatistics.of(snapshot.decks())).isEqualTo(new DeckStatistics(2, 2, 1, 3, 1));
    }

    @Test
    void aSearchFindsEveryKindOfTextInDocumentOrder() {
        Snapshot snapshot = two();
        assertThat(snapshot.search("kafka", 10))
                .extracting(hit -> hit.getClass().getSimpleName() + " " + hit.id())
                .containsExactly("OfClaim q1-c1", "OfCorrection q1-c1", "OfCard f1", "OfCard f2/c1");
        assertThat(snapshot.search("KAFKA OF  prague", 10)).hasSize(1);
        assertThat(snapshot.search("kafka", 2)).hasSize(2);
        assertThat(snapshot.search("  ", 10)).isEmpty();
        assertThat(snapshot.search("frage", 10)).allMatch(hit -> hit instanceof Hit.OfQuestion);
        Hit apples = snapshot.search("apfel", 10).getFirst();
        assertThat(apples).isInstanceOf(Hit.OfAnswer.class);
        assertThat(apples.id()).isEqualTo("q2");
        assertThat(apples.deck()).isSameAs(snapshot.decks().getFirst());
        assertThat(apples.excerpt()).isEqualTo(new Excerpt("Zwei Äpfel.", 5, 10));
    }

    @Test
    void anExcerptIsCutAroundTheMatch() {
        String text = "α ".repeat(100) + "die Straße,\n\nÉté ﬁn " + "ω ".repeat(200);
        Deck deck = question(1, text);
        Excerpt excerpt = Snapshot.of(List.of(deck), List.of())
                .search("ete fin", 1)
                .getFirst()
                .excerpt();
        assertThat(excerpt.text()).startsWith("…").endsWith("…").hasSizeLessThan(200);
        assertThat(excerpt.text().substring(excerpt.from(), excerpt.until())).isEqualTo("Été ﬁn");
    }

    @Test
    void holdsAHundredThousandCards() {
        List<Card> cards = new ArrayList<>(MANY);
        for (int i = 0; i < MANY; i++) {
            cards.add(new Card(
                    "card-" + i,
                    "card-" + i,
                    Card.Form.BASIC,
                    "Front " + i,
                    "Back " + i,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    Map.of(),
                    "hash"));
        }
        Deck deck = new Deck(
                "d", "t", "T", Path.of("d.md"), false, Map.of(), Optional.empty(), List.of(), cards, List.of());
        Snapshot snapshot = Snapshot.of(List.of(deck), List.of());
        assertThat(snapshot.cards()).hasSize(MANY);
        assertThat(snapshot.card("card-99999").map(Card::answer)).contains("Back 99999");
        assertThat(snapshot.search("back 99999", 10)).hasSize(1);
    }
}
