package dev.rockpool.app.lab;

import dev.rockpool.simulators.Unit;
import java.util.List;

/// What was measured in each second so far; immutable.
///
/// @param lines one a measure
/// @param secondsPerPoint how many seconds each point is the mean of
public record Series(List<Line> lines, int secondsPerPoint) {
    /// Nothing measured yet.
    static final Series NONE = new Series(List.of(), 1);

    public Series {
        lines = List.copyOf(lines);
    }

    /// The points of one measure.
    public static final class Line {
        private final String id;
        private final String label;
        private final Unit unit;
        private final double[] values;

        Line(String id, String label, Unit unit, double[] values) {
            this.id = id;
            this.label = label;
            this.unit = unit;
            this.values = values;
        }

        public String id() {
            return id;
        }

        public String label() {
            return label;
        }

        public Unit unit() {
            return unit;
        }

        /// How many points there are.
        public int size() {
            return values.length;
        }

        /// Whether any point is other than 0.
        boolean isSomething() {
            for (double value : values) {
                if (value != 0) {
                    return true;
                }
            }
            return false;
        }

        /// The point that ends at second `(index + 1) × secondsPerPoint`.
        public double value(int index) {
            return values[index];
        }
    }
}
