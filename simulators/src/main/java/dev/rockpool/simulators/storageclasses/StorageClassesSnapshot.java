package dev.rockpool.simulators.storageclasses;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import java.util.function.Supplier;

/// What each class has cost after a day.
///
/// @param second days since the upload
/// @param seconds days until the objects are deleted
/// @param scenario what is kept
/// @param classes by what they cost so far, the cheapest first
/// @param map of the cheapest class
/// @param events of the last day
/// @param measures of the last day
/// @param numbers computes figures
/// @param cost computes the bill of the cheapest class so far
public record StorageClassesSnapshot(
        long second,
        long seconds,
        StorageClassesScenario scenario,
        List<ClassState> classes,
        CheapestMap map,
        List<LabEvent> events,
        List<Measure> measures,
        Supplier<List<Figure>> numbers,
        Supplier<Bill> cost)
        implements Snapshot {
    /// One class so far.
    ///
    /// @param usd what it has cost
    /// @param finalUsd what it will have cost when the objects are deleted
    /// @param isAllowed whether a read there is as fast as the scenario asks for
    public record ClassState(StorageClass storageClass, double usd, double finalUsd, boolean isAllowed) {}

    public StorageClassesSnapshot {
        classes = List.copyOf(classes);
        events = List.copyOf(events);
        measures = List.copyOf(measures);
    }

    @Override
    public List<Figure> figures() {
        return numbers.get();
    }

    @Override
    public Bill monthlyBill() {
        return cost.get();
    }
}
