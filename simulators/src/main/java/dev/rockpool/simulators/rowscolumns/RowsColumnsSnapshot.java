package dev.rockpool.simulators.rowscolumns;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.kernel.Money;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import java.util.Optional;

/// The row store, then the column store, then both measured.
///
/// @param second 0 before, 1 rows, 2 columns, then a round of measuring each
/// @param seconds 2 and the rounds
/// @param scenario what is done
/// @param work what it touches
/// @param measured on this machine so far; empty before the first round
/// @param events of the step
/// @param measures of the step
/// @param figures so far
public record RowsColumnsSnapshot(
        long second,
        long seconds,
        RowsColumnsScenario scenario,
        TableWork work,
        Optional<Measured> measured,
        List<LabEvent> events,
        List<Measure> measures,
        List<Figure> figures)
        implements Snapshot {
    public RowsColumnsSnapshot {
        events = List.copyOf(events);
        measures = List.copyOf(measures);
        figures = List.copyOf(figures);
    }

    /// Whether the row store has done it.
    public boolean hasRows() {
        return second >= 1;
    }

    /// Whether the column store has done it.
    public boolean hasColumns() {
        return second >= 2;
    }

    /// Whether every round has been measured.
    public boolean isMeasured() {
        return second >= seconds;
    }

    /// On one's own machine it costs nothing.
    @Override
    public Bill monthlyBill() {
        return new Bill(Money.USD, List.of());
    }
}
