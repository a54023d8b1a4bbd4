package dev.rockpool.app.presenter;

import dev.rockpool.content.LessonStep;
import dev.rockpool.simulators.Prediction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the class sees now.
sealed interface Page {
    /// Words, perhaps with a lab.
    record Told(LessonStep step) implements Page {}

    /// The number that the class guesses, watches or compares.
    ///
    /// @param prediction what the preset asks; empty if it asks nothing
    /// @param guess of the class, in the stored unit
    /// @param phase how far it has come
    record Guessed(LessonStep step, Optional<Prediction> prediction, OptionalDouble guess, Phase phase)
            implements Page {}

    /// How far a guess has come.
    enum Phase {
        ASKED,
        RUNS,
        REVEALED
    }

    /// A show of hands.
    ///
    /// @param tally what was counted so far
    /// @param resolved whether the answer is shown
    record Asked(LessonStep step, HandsQuestion question, Tally tally, boolean resolved) implements Page {}

    /// The gain of the class, behind the last step.
    ///
    /// @param earlier the classes before it whose gain is known, the earliest first
    record Summed(Gain gain, List<ClassRun> earlier) implements Page {
        public Summed {
            earlier = List.copyOf(earlier);
        }
    }
}
