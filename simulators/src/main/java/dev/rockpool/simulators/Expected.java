package dev.rockpool.simulators;

import java.util.List;

/// A number that a run must show.
///
/// @param figure the id of the [Figure]
/// @param unit its unit
/// @param value what it must be
/// @param tolerance how far off it may be, in stored units; 0 or above
public record Expected(String figure, Unit unit, double value, double tolerance) {
    public Expected {
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("Tolerance " + tolerance + " of " + figure + " is below 0");
        }
    }

    /// Whether `figures` hold the number.
    public boolean isMetBy(List<Figure> figures) {
        return figures.stream()
                .anyMatch(each -> each.id().equals(figure)
                        && (each.value() == value || Math.abs(each.value() - value) <= tolerance));
    }

    /// The number as it is shown: `75.5 %`.
    public String shown() {
        return unit.format(value);
    }
}
