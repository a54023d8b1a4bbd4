package dev.rockpool.study.anki;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a collection holds, of whatever schema or text it was read.
///
/// @param created the study day that due days are counted from; empty where nothing is due
/// @param notetypes by id
/// @param decks names by id, levels separated by `::`
/// @param notes in the order of their ids
/// @param cards of each note, by the note's id
/// @param reviews of each card, oldest first, by the card's id
record AnkiCollection(
        Optional<LocalDate> created,
        Map<Long, Notetype> notetypes,
        Map<Long, String> decks,
        List<AnkiNote> notes,
        Map<Long, List<AnkiCard>> cards,
        Map<Long, List<AnkiReview>> reviews) {
    /// A row of `notes`.
    record AnkiNote(long id, String guid, long notetype, List<String> fields, List<String> tags) {}

    /// A row of `cards`; see rslib/src/card/mod.rs for the numbers.
    ///
    /// @param deck where it belongs, also while it is in a filtered deck
    /// @param type 0 new, 1 learning, 2 review, 3 relearning
    /// @param queue -1 suspended, below that buried
    /// @param due place, epoch seconds or day, as type and queue say
    /// @param left steps to go, modulo 1,000
    /// @param changedAt epoch seconds
    record AnkiCard(
            long id,
            long deck,
            int ord,
            long changedAt,
            int type,
            int queue,
            long due,
            int interval,
            int lapses,
            int left,
            int flags) {}
}
