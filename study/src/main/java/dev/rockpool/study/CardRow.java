package dev.rockpool.study;

/// One row of the card states.
///
/// @param card what the decks say of it
/// @param known whether a deck holds it now
/// @param standing where it stands
record CardRow(StudyCard card, boolean known, Standing standing) {
    String id() {
        return card.id();
    }

    CardRow with(Standing other) {
        return new CardRow(card, known, other);
    }
}
