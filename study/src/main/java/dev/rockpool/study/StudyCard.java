package dev.rockpool.study;

import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.content.Snapshot;
import java.util.ArrayList;
import java.util.List;

/// What studying has to know of a card of a deck; its text stays in the deck.
///
/// @param id stable id, unique over all decks
/// @param noteId the note the card was made from; cards of one note are siblings
/// @param deck the deck's name
/// @param topic the deck's topic
/// @param position place in the order in which new cards are met, lowest first
/// @param contentHash of the card's text: it tells an edited card, nothing else
public record StudyCard(String id, String noteId, String deck, String topic, int position, String contentHash) {
    /// The most characters of an id, a note id, a deck's name or a topic.
    public static final int LONGEST_NAME = 500;

    public StudyCard {
        checkName("id", id);
        checkName("noteId", noteId);
        checkName("deck", deck);
        checkName("topic", topic);
    }

    /// All cards of the decks, in the order in which new ones are met.
    public static List<StudyCard> of(Snapshot snapshot) {
        List<StudyCard> cards = new ArrayList<>();
        for (Deck deck : snapshot.decks()) {
            for (Card card : deck.cards()) {
                cards.add(new StudyCard(
                        card.id(), card.noteId(), deck.name(), deck.topic(), cards.size(), card.contentHash()));
            }
        }
        return List.copyOf(cards);
    }

    private static void checkName(String field, String value) {
        if (value.isEmpty() || value.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "card " + field + " of " + value.length() + " characters is not within 1 to " + LONGEST_NAME);
        }
    }
}
