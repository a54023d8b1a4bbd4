package dev.rockpool.simulators.durability;

import dev.rockpool.simulators.Figure;
import java.util.List;

/// What a whole run came to.
///
/// @param scenario what was asked
/// @param estimate by the method that the scenario names
/// @param figures the numbers
public record DurabilityResult(DurabilityScenario scenario, DurabilityEstimate estimate, List<Figure> figures) {
    public DurabilityResult {
        figures = List.copyOf(figures);
    }
}
