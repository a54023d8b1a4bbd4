package dev.rockpool.simulators;

import dev.rockpool.costmodel.Bill;
import java.util.List;

/// How a run stands after a second: all that a stage, its numbers, its plot and its log draw.
///
/// Immutable. Figures and bill are computed when they are asked for.
public interface Snapshot {
    /// Virtual seconds since the beginning.
    long second();

    /// The virtual seconds of the scenario.
    long seconds();

    /// The numbers so far, in the order of the panel.
    List<Figure> figures();

    /// What the last second measured: one point of each line of the plot, one row of the CSV. The same ids at every
    /// second.
    List<Measure> measures();

    /// What happened in the last second.
    List<LabEvent> events();

    /// What the run costs a month at the rate so far.
    Bill monthlyBill();
}
