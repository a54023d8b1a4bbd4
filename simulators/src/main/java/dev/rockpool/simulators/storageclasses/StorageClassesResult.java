package dev.rockpool.simulators.storageclasses;

import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Figure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a whole run came to.
///
/// @param scenario what was kept
/// @param costs of the classes whose prices are known, in the order of the price page
/// @param cheapest of those that the scenario allows
/// @param breakEvens of every two classes, reads at which they cost the same
/// @param unpriced why the others cannot be billed
/// @param figures the numbers
public record StorageClassesResult(
        StorageClassesScenario scenario,
        List<ClassCost> costs,
        StorageClass cheapest,
        List<BreakEvenReads> breakEvens,
        Map<StorageClass, String> unpriced,
        List<Figure> figures) {
    /// Two classes and the reads an object and month at which they cost the same.
    ///
    /// @param below cheaper with fewer reads
    /// @param above cheaper with more
    public record BreakEvenReads(StorageClass below, StorageClass above, double readsPerObjectMonth) {}

    public StorageClassesResult {
        costs = List.copyOf(costs);
        breakEvens = List.copyOf(breakEvens);
        unpriced = Map.copyOf(unpriced);
        figures = List.copyOf(figures);
    }

    /// What `storageClass` costs; empty if a price is not known.
    public Optional<ClassCost> cost(StorageClass storageClass) {
        return costs.stream()
                .filter(cost -> cost.storageClass() == storageClass)
                .findFirst();
    }
}
