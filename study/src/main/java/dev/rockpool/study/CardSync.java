package dev.rockpool.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Brings the card states in line with the cards of the decks, without touching progress.
final class CardSync {
    private final List<CardRow> toAdd = new ArrayList<>();
    private final List<CardRow> toUpdate = new ArrayList<>();
    private final List<String> added = new ArrayList<>();
    private final List<String> returned = new ArrayList<>();
    private final List<String> edited = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private CardSync() {}

    static Learned apply(Collection<StudyCard> cards, CardStates states) {
        Map<String, CardRow> stored = new HashMap<>();
        states.all().forEach(row -> stored.put(row.id(), row));
        Map<String, StudyCard> decks = new HashMap<>();
        for (StudyCard card : cards) {
            if (decks.put(card.id(), card) != null) {
                throw new IllegalArgumentException("card id " + card.id() + " stands twice");
            }
        }
        CardSync sync = new CardSync();
        for (StudyCard card : cards) {
            CardRow row = stored.remove(card.id());
            if (row == null) {
                sync.added.add(card.id());
                sync.toAdd.add(new CardRow(card, true, Standing.INITIAL));
            } else {
                sync.compare(row, card);
            }
        }
        for (CardRow row : stored.values()) {
            if (row.known()) {
                sync.missing.add(row.id());
                sync.toUpdate.add(new CardRow(row.card(), false, row.standing()));
            }
        }
        states.addAll(sync.toAdd);
        states.updateCards(sync.toUpdate);
        return new Learned(sync.added, sync.returned, sync.edited, sync.missing);
    }

    private void compare(CardRow row, StudyCard card) {
        if (row.known() && row.card().equals(card)) {
            return;
        }
        if (!row.known()) {
            returned.add(card.id());
        }
        if (!row.card().contentHash().equals(card.contentHash())) {
            edited.add(card.id());
        }
        toUpdate.add(new CardRow(card, true, row.standing()));
    }
}
