package dev.rockpool.app.lab;

import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

/// A simulation with what was kept of it. Used by one task after the other, never by two at once.
final class Playback<S, N extends Snapshot> {
    /// The most events kept; the oldest go first.
    static final int MOST_EVENTS = 400;

    /// How long one call may compute.
    private static final long SLICE_NANOS = 25_000_000;

    private final Simulation<S, N> simulation;
    private final LongSupplier nanos;
    private final Keyframes<N> keyframes = new Keyframes<>();
    private final Timeline timeline = new Timeline();
    private final Deque<LabEvent> events = new ArrayDeque<>();
    private List<LabEvent> told = List.of();
    private long head;

    /// @param nanos a clock for slices
    Playback(Lab<S, ?, N> lab, S scenario, LongSupplier nanos) {
        this.nanos = nanos;
        simulation = lab.open(scenario);
        keyframes.add(simulation.snapshot());
    }

    /// Goes towards `second`, for one slice at most, and answers how things stand there. Looking back shows the last
    /// snapshot that was kept at or before `second`.
    synchronized Moment<S, N> toward(long second) {
        long end = nanos.getAsLong() + SLICE_NANOS;
        while (head < second && !simulation.done() && (nanos.getAsLong() < end)) {
            step();
        }
        return moment(Math.min(second, head));
    }

    /// Breaks something or sets it right, from the head on.
    synchronized Moment<S, N> disturb(String id) {
        simulation.disturb(id);
        return moment(head);
    }

    private void step() {
        simulation.step();
        N snapshot = simulation.snapshot();
        head = snapshot.second();
        keyframes.add(snapshot);
        timeline.add(snapshot.measures());
        if (!snapshot.events().isEmpty()) {
            events.addAll(snapshot.events());
            while (events.size() > MOST_EVENTS) {
                events.removeFirst();
            }
            told = new ArrayList<>(events);
        }
    }

    private Moment<S, N> moment(long second) {
        N snapshot = keyframes.at(second);
        return new Moment<>(
                simulation.scenario(),
                snapshot,
                snapshot.figures(),
                snapshot.monthlyBill(),
                timeline.series(),
                told,
                head,
                simulation.done(),
                simulation.disturbances());
    }
}
