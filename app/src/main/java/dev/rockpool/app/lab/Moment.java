package dev.rockpool.app.lab;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import java.util.Optional;

/// Everything that is shown of a run at one second.
///
/// @param scenario what runs, with all that was done to it while it ran
/// @param snapshot what the stage draws
/// @param figures the snapshot's numbers
/// @param bill a month at the snapshot's rate
/// @param series every second measured, later ones too when looking back
/// @param events all that happened, oldest first
/// @param head the last second simulated; beyond the snapshot's when looking back
/// @param done whether the run has reached its end
/// @param disturbances what can be broken or set right
public record Moment<S, N extends Snapshot>(
        S scenario,
        N snapshot,
        List<Figure> figures,
        Bill bill,
        Series series,
        List<LabEvent> events,
        long head,
        boolean done,
        List<Disturbance> disturbances) {
    public Moment {
        figures = List.copyOf(figures);
        events = List.copyOf(events);
        disturbances = List.copyOf(disturbances);
    }

    /// The second that is shown.
    public long second() {
        return snapshot.second();
    }

    /// The number of that id.
    public Optional<Figure> figure(String id) {
        return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }
}
