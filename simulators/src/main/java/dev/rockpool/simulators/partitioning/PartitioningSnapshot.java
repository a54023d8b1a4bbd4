package dev.rockpool.simulators.partitioning;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import java.util.Optional;

/// How far the query has gone down the levels.
///
/// @param second levels looked at; then the files opened; then real files counted
/// @param seconds levels and two
/// @param scenario what is asked
/// @param reading all that it will read
/// @param compared other layouts of the same table under the same query, the scenario's among them
/// @param counted what DuckDB read of the replica, at the end
/// @param events of the last step
/// @param measures of the last step
/// @param figures so far
/// @param monthlyBill of a month of such queries, once the files are opened
public record PartitioningSnapshot(
        long second,
        long seconds,
        PartitioningScenario scenario,
        LayoutReading reading,
        List<Compared> compared,
        Optional<LayoutRepository.Counted> counted,
        List<LabEvent> events,
        List<Measure> measures,
        List<Figure> figures,
        Bill monthlyBill)
        implements Snapshot {
    public PartitioningSnapshot {
        compared = List.copyOf(compared);
        events = List.copyOf(events);
        measures = List.copyOf(measures);
        figures = List.copyOf(figures);
    }

    /// A layout beside the others.
    ///
    /// @param keyParts its levels
    /// @param reading what the query reads of it
    /// @param month USD a month
    /// @param isShown whether it is the scenario's
    public record Compared(List<KeyPart> keyParts, LayoutReading reading, double month, boolean isShown) {
        public Compared {
            keyParts = List.copyOf(keyParts);
        }
    }

    /// Levels that have been looked at.
    public int looked() {
        return (int) Math.min(second, scenario.keyParts().size());
    }

    /// Whether the files have been opened.
    public boolean isOpened() {
        return second > scenario.keyParts().size();
    }
}
