package dev.rockpool.app.lab;

import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.Preset;

/// Where a configuration came from; what a reset goes back to.
sealed interface Origin<S> {
    /// The scenario as it came.
    S baseline();

    /// A preset of the lab.
    record FromPreset<S>(Preset<S> preset) implements Origin<S> {
        @Override
        public S baseline() {
            return preset.scenario();
        }
    }

    /// A challenge's start.
    record FromChallenge<S>(Challenge<S, ?> challenge) implements Origin<S> {
        @Override
        public S baseline() {
            return challenge.start();
        }
    }

    /// A file, or a scenario that was saved.
    ///
    /// @param name the file's, or the one it was saved under
    record FromFile<S>(String name, S baseline) implements Origin<S> {}

    /// The lab's own default.
    record Factory<S>(S baseline) implements Origin<S> {}
}
