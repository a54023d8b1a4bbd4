package dev.rockpool.simulators;

import java.util.List;

/// One run of a lab, a virtual second at a time; for one thread.
///
/// @param <S> the scenario
/// @param <N> the snapshot
public interface Simulation<S, N extends Snapshot> {
    /// Goes on by one virtual second. Past the scenario's end it goes on as long as it is asked to.
    void step();

    /// How it stands.
    N snapshot();

    /// Whether the scenario's length is reached.
    boolean done();

    /// The scenario, with all that was done to it while it ran: run from the start, it gives the same bytes.
    S scenario();

    /// What can be broken, or set right again, while it runs.
    List<Disturbance> disturbances();

    /// Breaks something, or sets it right again, from the next second on.
    ///
    /// @param id one of the ids of [#disturbances]
    void disturb(String id);
}
