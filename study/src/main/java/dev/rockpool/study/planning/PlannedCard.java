package dev.rockpool.study.planning;

import dev.rockpool.study.memory.MemoryState;
import java.util.Optional;

/// A card as planning sees it.
///
/// @param cardId the card; it seeds its fuzz
/// @param noteId its note: cards of one note are siblings
/// @param topic of its deck
/// @param answered empty for a new card
public record PlannedCard(String cardId, String noteId, String topic, Optional<Answered> answered) {
    /// Where a card stands that was answered at least once. One that is in its steps counts as due on its day.
    ///
    /// @param memory as of its last answer
    /// @param lastDay study day of its last answer
    /// @param intervalDays the interval it was given; at least 1
    /// @param dueDay study day on which it is due
    public record Answered(MemoryState memory, long lastDay, int intervalDays, long dueDay) {}
}
