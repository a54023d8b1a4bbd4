package dev.rockpool.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The lint of the decks that come with Rockpool is part of the build.
class BuiltInDecksTest {
    private static final Path DECKS = Path.of("decks");

    private static List<ParsedDeck> read() throws IOException {
        DeckParser parser = new DeckParser();
        try (Stream<Path> files = Files.list(DECKS)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(parser::read)
                    .toList();
        }
    }

    @Test
    void theLintFindsNothing() throws IOException {
        assertThat(new Linter().lint(read())).isEmpty();
    }

    @Test
    void theWholeDocumentIsThere() {
        try (Library library = Library.builtIn()) {
            Snapshot snapshot = library.snapshot();
            DeckStatistics statistics = DeckStatistics.of(snapshot.decks());

            assertThat(snapshot.questions())
                    .extracting(DocumentedQuestion::number)
                    .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, 27)
                            .boxed()
                            .toList());
            assertThat(statistics.questions()).isEqualTo(27);
            assertThat(statistics.claims()).isEqualTo(141);
            assertThat(statistics.corrections()).isGreaterThanOrEqualTo(61);
            assertThat(statistics.cards()).isGreaterThanOrEqualTo(142);
            assertThat(statistics.quizItems()).isGreaterThanOrEqualTo(70);
        }
    }

    @Test
    void everyCorrectionIsTaughtByACardOrAQuizItem() {
        try (Library library = Library.builtIn()) {
            Snapshot snapshot = library.snapshot();
            assertThat(snapshot.decks().stream().flatMap(deck -> deck.claims().stream()))
                    .filteredOn(claim -> claim.verdict().corrected())
                    .allSatisfy(claim -> assertThat(snapshot.cardsFixing(claim.id())
                                            .size()
                                    + snapshot.quizItemsFixing(claim.id()).size())
                            .as(claim.id())
                            .isPositive());
        }
    }

    @Test
    void theGlossaryKnowsItsTerms() {
        Glossary glossary = Glossary.builtIn();
        assertThat(glossary.terms()).hasSizeGreaterThan(50);
        assertThat(glossary.find("bleu SCORE")).map(Term::name).contains("BLEU");
    }
}
