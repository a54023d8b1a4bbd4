package dev.rockpool.app.lab;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.Snapshot;
import java.util.function.Function;

/// A lab with its stage.
///
/// @param stage makes a stage; called once a configuration in sight
public record LabEntry<S, R, N extends Snapshot>(Lab<S, R, N> lab, Function<Texts, LabStage<N>> stage) {}
