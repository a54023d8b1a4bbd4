package dev.rockpool.app.lab;

import dev.rockpool.simulators.Preset;
import java.util.OptionalDouble;

/// What a preset asks before it runs, and what became of it.
///
/// @param preset who asks
/// @param standing how far it has come
/// @param guess what was predicted
/// @param outcome what the run came to, once it is done
record Question<S>(Preset<S> preset, Standing standing, OptionalDouble guess, OptionalDouble outcome) {
    /// How far a question has come.
    enum Standing {
        /// Nobody has answered; the preset's run waits.
        ASKED,
        /// Predicted; the run is on its way to its end.
        PREDICTED,
        /// Predicted and run.
        COMPARED,
        /// Not answered on purpose, or the scenario is another by now.
        SKIPPED
    }

    static <S> Question<S> of(Preset<S> preset) {
        return new Question<>(preset, Standing.ASKED, OptionalDouble.empty(), OptionalDouble.empty());
    }

    Question<S> predicted(double value) {
        return new Question<>(preset, Standing.PREDICTED, OptionalDouble.of(value), OptionalDouble.empty());
    }

    Question<S> compared(double value) {
        return new Question<>(preset, Standing.COMPARED, guess, OptionalDouble.of(value));
    }

    Question<S> skipped() {
        return new Question<>(preset, Standing.SKIPPED, guess, outcome);
    }
}
