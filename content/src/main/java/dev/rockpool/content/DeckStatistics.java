package dev.rockpool.content;

import java.util.Collection;

/// How much decks hold, as `deck stats` prints it.
///
/// @param questions documented questions
/// @param claims statements of their answers
/// @param corrections claims that are not correct
/// @param cards cards, each deletion of a cloze counted
/// @param quizItems quiz items of all kinds
public record DeckStatistics(int questions, int claims, int corrections, int cards, int quizItems) {
    /// Counts what `decks` hold.
    public static DeckStatistics of(Collection<Deck> decks) {
        int questions = 0;
        int claims = 0;
        int corrections = 0;
        int cards = 0;
        int quizItems = 0;
        for (Deck deck : decks) {
            questions += deck.question().isPresent() ? 1 : 0;
            claims += deck.claims().size();
            for (Claim claim : deck.claims()) {
                corrections += claim.verdict().corrected() ? 1 : 0;
            }
            cards += deck.cards().size();
            quizItems += deck.quizItems().size();
        }
        return new DeckStatistics(questions, claims, corrections, cards, quizItems);
    }
}
