package dev.rockpool.simulators.availability;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.kernel.Money;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import java.util.function.Supplier;

/// How a system stands after a day.
///
/// @param second days since the beginning
/// @param seconds days of the run
/// @param scenario what is asked
/// @param partsUp whether each part is up, in the order of the diagram
/// @param isUp whether the system is up
/// @param dayDowns seconds down on each day so far
/// @param events of the last day
/// @param measures of the last day
/// @param numbers computes figures
public record AvailabilitySnapshot(
        long second,
        long seconds,
        AvailabilityScenario scenario,
        List<Boolean> partsUp,
        boolean isUp,
        List<Double> dayDowns,
        List<LabEvent> events,
        List<Measure> measures,
        Supplier<List<Figure>> numbers)
        implements Snapshot {
    public AvailabilitySnapshot {
        partsUp = List.copyOf(partsUp);
        dayDowns = List.copyOf(dayDowns);
        events = List.copyOf(events);
        measures = List.copyOf(measures);
    }

    /// Seconds down so far.
    public double down() {
        return dayDowns.stream().mapToDouble(Double::doubleValue).sum();
    }

    @Override
    public List<Figure> figures() {
        return numbers.get();
    }

    /// Being up is not billed.
    @Override
    public Bill monthlyBill() {
        return new Bill(Money.USD, List.of());
    }
}
