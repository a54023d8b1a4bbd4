package dev.rockpool.study;

import dev.rockpool.study.memory.Rating;
import java.time.Instant;
import java.util.Optional;

/// One row of the review log.
///
/// @param operation shared by the rows of one act, and unique with the card
/// @param what was done
/// @param cardId to which card
/// @param at when, by the learner's clock
/// @param studyDay on which study day
/// @param grade of a [Act#GRADE]
/// @param flag of a [Act#FLAG]
/// @param undoes the operation that an undo voids
record LogRow(
        String operation,
        What what,
        String cardId,
        Instant at,
        long studyDay,
        Optional<Grade> grade,
        Optional<Flag> flag,
        Optional<String> undoes) {
    /// What a row is about: an act, or the undo of one.
    sealed interface What {
        /// The name in the table.
        String text();

        record Done(Act act) implements What {
            @Override
            public String text() {
                return act.name();
            }
        }

        record Undo() implements What {
            static final String TEXT = "UNDO";

            @Override
            public String text() {
                return TEXT;
            }
        }

        static What of(String text) {
            return text.equals(Undo.TEXT) ? new Undo() : new Done(Act.valueOf(text));
        }
    }

    /// An answer, and what the scheduler made of it. The memory state is not kept: it follows from the ratings.
    ///
    /// @param rating what was answered
    /// @param thinkingMillis how long it took
    /// @param stateBefore the kind of state that was answered
    /// @param plan what the scheduler gave the card
    record Grade(Rating rating, int thinkingMillis, StateKind stateBefore, Plan plan) {}

    static LogRow graded(String operation, String cardId, Instant at, long studyDay, Grade grade) {
        return new LogRow(
                operation,
                new What.Done(Act.GRADE),
                cardId,
                at,
                studyDay,
                Optional.of(grade),
                Optional.empty(),
                Optional.empty());
    }

    static LogRow done(String operation, Act act, String cardId, Instant at, long studyDay, Optional<Flag> flag) {
        return new LogRow(
                operation, new What.Done(act), cardId, at, studyDay, Optional.empty(), flag, Optional.empty());
    }

    static LogRow undo(String operation, String cardId, Instant at, long studyDay) {
        return new LogRow(
                operation + "#undo",
                new What.Undo(),
                cardId,
                at,
                studyDay,
                Optional.empty(),
                Optional.empty(),
                Optional.of(operation));
    }
}
