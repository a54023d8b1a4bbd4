package dev.rockpool.simulators;

import java.util.Optional;
import java.util.OptionalDouble;

/// A number that can be opened.
///
/// @param id names it in its lab: `accepted-fraction`
/// @param label for people
/// @param unit of all its values
/// @param value as simulated, or as computed where nothing is random
/// @param closedForm what the formula foresees, beside a simulated value
/// @param interval where 95 of 100 seeds would put a simulated value
/// @param formula in symbols
/// @param worked the formula with today's values
/// @param explanation what the number means, one or two sentences
public record Figure(
        String id,
        String label,
        Unit unit,
        double value,
        OptionalDouble closedForm,
        Optional<Interval> interval,
        String formula,
        String worked,
        String explanation) {
    /// A range of values, both ends included.
    ///
    /// @param low the least
    /// @param high the most, not below `low`
    public record Interval(double low, double high) {
        public Interval {
            if (!(low <= high)) {
                throw new IllegalArgumentException("Interval starts at " + low + ", above its end " + high);
            }
        }

        /// Whether it holds `value`.
        public boolean contains(double value) {
            return value >= low && value <= high;
        }
    }

    /// The value as it is shown: `75.5 %`.
    public String shown() {
        return unit.format(value);
    }
}
