package dev.rockpool.app.lab;

import dev.rockpool.app.shell.Place;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.Snapshot;
import java.util.Optional;
import java.util.function.Function;

/// A lab with its stage.
///
/// @param stage makes a stage; called once a configuration in sight
/// @param trial where what is set can be tried for real, if it can
public record LabEntry<S, R, N extends Snapshot>(
        Lab<S, R, N> lab, Function<Texts, LabStage<N>> stage, Optional<Trial<S>> trial) {
    /// A lab whose scenarios are tried nowhere else.
    public LabEntry(Lab<S, R, N> lab, Function<Texts, LabStage<N>> stage) {
        this(lab, stage, Optional.empty());
    }

    /// A way to try a scenario for real.
    public sealed interface Trial<S> {
        /// The key of what starts it.
        String textKey();
    }

    /// A place of the app in which a scenario can be tried.
    ///
    /// @param place where, for a scenario
    public record Elsewhere<S>(String textKey, Function<S, Place> place) implements Trial<S> {}

    /// A trial on the running platform, told beside the parameters.
    ///
    /// @param trial what is done there
    public record OnPlatform<S>(String textKey, PlatformTrial<S> trial) implements Trial<S> {}
}
