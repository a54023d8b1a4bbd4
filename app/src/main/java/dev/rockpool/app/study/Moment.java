package dev.rockpool.app.study;

import dev.rockpool.study.Counts;
import dev.rockpool.study.SessionSummary;
import dev.rockpool.study.memory.Rating;
import java.util.Optional;

/// What the study screen shows now.
public sealed interface Moment {
    /// The queue is being read.
    record Opening() implements Moment {}

    /// The question.
    record Front(Face face) implements Moment {}

    /// The answer, to be rated.
    ///
    /// @param comparison of a typed card, what was typed beside what is right
    /// @param suggested the rating that fits; the learner decides
    record Back(Face face, Optional<TypedAnswer.Comparison> comparison, Rating suggested) implements Moment {}

    /// The card is covered and the time stands.
    record Paused(Moment before) implements Moment {}

    /// The session is over: what was achieved, and what comes.
    record Finished(SessionSummary summary, Counts counts) implements Moment {}

    /// There is nothing to study, and why.
    record Nothing(Why why, Counts counts) implements Moment {}

    /// The queue could not be read; the error surface says why.
    record Failed() implements Moment {}

    /// Why there is nothing to study now.
    enum Why {
        /// There is no card at all.
        NO_CARDS,
        /// New cards are left, but today's are done.
        LIMIT_REACHED,
        /// A card being learnt comes back in a while.
        LEARNING_LATER,
        /// All is done.
        ALL_DONE
    }
}
