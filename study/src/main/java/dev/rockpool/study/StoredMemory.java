package dev.rockpool.study;

import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.planning.PlannedCard;
import java.time.Instant;
import java.util.Optional;

/// What sums over all cards need of a card that was answered at least once; quicker to read than a [CardRow].
///
/// @param cardId the card
/// @param noteId its note; cards of one note are siblings
/// @param topic of its deck
/// @param waiting whether it is known and not suspended
/// @param hidden whether it is put off until after today
/// @param kind of its state
/// @param memory as of its last answer
/// @param lastDay study day of its last answer
/// @param intervalDays the interval it was given
/// @param dueAt the end of its step, or the start of its study day
/// @param dueDay the study day of `dueAt`
record StoredMemory(
        String cardId,
        String noteId,
        String topic,
        boolean waiting,
        boolean hidden,
        StateKind kind,
        MemoryState memory,
        long lastDay,
        int intervalDays,
        Instant dueAt,
        long dueDay) {
    /// Whether it can be shown now.
    boolean isDue(Moment moment) {
        return waiting
                && !hidden
                && (kind == StateKind.REVIEW ? dueDay <= moment.today() : !dueAt.isAfter(moment.now()));
    }

    /// The card as planning sees it; one in its steps is due on its day.
    PlannedCard planned() {
        return new PlannedCard(
                cardId,
                noteId,
                topic,
                Optional.of(new PlannedCard.Answered(memory, lastDay, Math.max(1, intervalDays), dueDay)));
    }

    /// The chance that it is recalled on a study day.
    double retrievability(MemoryModel model, long day) {
        return model.retrievability(memory, (double) Math.max(0, day - lastDay));
    }
}
