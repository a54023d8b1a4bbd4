package dev.rockpool.costmodel.scenario;

import dev.rockpool.kernel.Money;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Two forecasts, line by line.
///
/// @param left the one that is compared with
/// @param right the other
/// @param changes the lines whose totals differ, the largest difference first
public record Comparison(Forecast left, Forecast right, List<Change> changes) {
    public Comparison {
        changes = List.copyOf(changes);
    }

    /// A line that costs more or less.
    ///
    /// @param left empty where it does not occur
    /// @param right empty where it does not occur
    public record Change(LineKey key, Optional<ForecastLine> left, Optional<ForecastLine> right) {
        /// How much more it costs on the right; negative for less.
        public Money difference() {
            return total(right).minus(total(left));
        }

        private static Money total(Optional<ForecastLine> line) {
            return line.map(ForecastLine::total).orElse(Money.zero(Money.USD));
        }
    }

    /// Compares `right` with `left`.
    public static Comparison of(Forecast left, Forecast right) {
        Map<LineKey, ForecastLine> before = byKey(left);
        Map<LineKey, ForecastLine> after = byKey(right);
        Set<LineKey> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        List<Change> changes = keys.stream()
                .map(key -> new Change(key, Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key))))
                .filter(change -> change.difference().amount().signum() != 0)
                .sorted(Comparator.comparing(
                                (Change change) -> change.difference().amount().abs())
                        .reversed())
                .toList();
        return new Comparison(left, right, changes);
    }

    /// How much more the right costs; negative for less.
    public Money difference() {
        return right.total().minus(left.total());
    }

    private static Map<LineKey, ForecastLine> byKey(Forecast forecast) {
        Map<LineKey, ForecastLine> lines = new LinkedHashMap<>();
        forecast.lines().forEach(line -> lines.put(line.key(), line));
        return lines;
    }
}
