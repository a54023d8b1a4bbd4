package dev.rockpool.app.claim;

import dev.rockpool.app.shell.Place;
import dev.rockpool.content.Deck;
import dev.rockpool.content.DocumentedQuestion;
import dev.rockpool.content.Snapshot;
import java.util.Optional;

/// Where a fact leads to: what shows it, what asks about it, and where the document says it.
public final class Leads {
    private static final String STORE = "store";
    private static final String QUIZ = "quiz";

    private Leads() {}

    /// Where a fact can be seen.
    ///
    /// @param show as the card has it: lab and preset, or `store/objects` for the running store as it is
    public static Place shown(String show) {
        return isOnStore(show) ? Place.of(STORE) : new Place("labs", show);
    }

    /// The key of the words that lead there.
    public static String words(String show) {
        return isOnStore(show) ? "show.store" : "show.lab";
    }

    /// A round of quiz questions about what the deck of a card or claim is about; empty for a deck without any.
    public static Optional<Place> asked(String id, Snapshot decks) {
        return decks.deckOf(id)
                .filter(deck -> !deck.quizItems().isEmpty())
                .flatMap(Deck::question)
                .map(DocumentedQuestion::id)
                .map(Leads::asked);
    }

    /// A round of quiz questions about a documented question.
    public static Place asked(String questionId) {
        return new Place(QUIZ, questionId + "/");
    }

    /// Where the document says what a card teaches; empty for a deck that is not of the document.
    public static Optional<Place> told(String cardId, Snapshot decks) {
        return decks.deckOf(cardId).flatMap(Deck::question).map(_ -> Place.of("document", "card", cardId));
    }

    private static boolean isOnStore(String show) {
        return show.startsWith(STORE + "/");
    }
}
