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
/// @param trial where what is set can be tried on the user's own data, if it can
public record LabEntry<S, R, N extends Snapshot>(
        Lab<S, R, N> lab, Function<Texts, LabStage<N>> stage, Optional<Trial<S>> trial) {
    /// A lab whose scenarios are tried nowhere else.
    public LabEntry(Lab<S, R, N> lab, Function<Texts, LabStage<N>> stage) {
        this(lab, stage, Optional.empty());
    }

    /// A place of the app in which a scenario can be tried.
    ///
    /// @param textKey the key of what leads there
    /// @param place where, for a scenario
    public record Trial<S>(String textKey, Function<S, Place> place) {}
}
