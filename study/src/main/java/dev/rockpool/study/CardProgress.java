package dev.rockpool.study;

import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.memory.Rating;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// How far a learner is with one card, in the form in which it travels from one collection to another.
///
/// The schedule is the [Plan] of the last answer.
///
/// @param cardId the card
/// @param noteId the note the card was made from
/// @param past what counts of its history, oldest first
/// @param memory the memory state that follows from the history; what takes the progress over computes it anew
/// @param suspended whether it is taken out of studying
/// @param buriedOn study day through which it is put off; empty once that day is over
/// @param flag the learner's mark
/// @param leech whether it is marked as a leech
public record CardProgress(
        String cardId,
        String noteId,
        List<Past> past,
        Optional<MemoryState> memory,
        boolean suspended,
        OptionalLong buriedOn,
        Flag flag,
        boolean leech) {
    public CardProgress {
        past = List.copyOf(past);
    }

    /// Something that happened to the card.
    public sealed interface Past {
        /// When.
        Instant at();
    }

    /// An answer.
    ///
    /// @param thinkingMillis how long it took
    /// @param before the kind of state that was answered
    /// @param plan what the card was given for it
    public record Answer(Instant at, Rating rating, int thinkingMillis, StateKind before, Plan plan) implements Past {}

    /// The card was made new again.
    public record Reset(Instant at) implements Past {}

    /// Whether there is anything to tell of the card.
    public boolean isBlank() {
        return past.isEmpty() && !suspended && buriedOn.isEmpty() && flag == Flag.NONE;
    }

    /// What the log and the standing say of a card.
    static CardProgress of(CardRow row, List<LogRow> log, long today) {
        Standing standing = row.standing();
        return new CardProgress(
                row.id(),
                row.card().noteId(),
                ProgressReading.past(log),
                standing.state().remembered(),
                standing.suspended(),
                standing.buried(today) ? standing.buriedOn() : OptionalLong.empty(),
                standing.flag(),
                standing.leech());
    }
}
