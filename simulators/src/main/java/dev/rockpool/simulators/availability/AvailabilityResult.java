package dev.rockpool.simulators.availability;

import dev.rockpool.simulators.Figure;
import java.util.List;

/// What a whole run came to.
///
/// @param scenario what was asked
/// @param unavailability of the system, 0 to 1
/// @param figures the numbers
public record AvailabilityResult(AvailabilityScenario scenario, double unavailability, List<Figure> figures) {
    public AvailabilityResult {
        figures = List.copyOf(figures);
    }
}
