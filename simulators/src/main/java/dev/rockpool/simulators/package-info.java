/// The labs: live simulations in which a fact can be seen to be true. No toolkit here.
///
/// Terms:
///
/// - **Lab**: one question, and the model that answers it ([Lab]). One package a lab; a lab imports no other lab.
/// - **Scenario**: everything a run depends on, its seed included; a record that reads from and writes to JSON
///   ([ScenarioCodec]).
/// - **Preset**: a named scenario with the number to expect of it, and where that number comes from.
/// - **Simulation**: one run, a virtual second at a time; its **snapshot** is all that a stage draws.
/// - **Figure**: a number that shows its formula with today's values, beside its closed form and interval.
///
/// Invariants:
///
/// - A run follows from its scenario alone: equal scenarios give equal results, to the byte, on every machine. Nothing
///   reads a clock; randomness is derived by name from the scenario's seed; functions that machines may round
///   differently come from `StrictMath`.
/// - A snapshot never changes and holds nothing of the run that made it alive beyond what it shows.
/// - Sentences stand in bundles beside the classes, never in Java.
///
/// Adding a lab: a package here with a class that implements [Lab], and its line in
/// [dev.rockpool.simulators.catalogue.Labs].
@NullMarked
package dev.rockpool.simulators;

import org.jspecify.annotations.NullMarked;
