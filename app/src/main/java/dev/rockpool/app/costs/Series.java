package dev.rockpool.app.costs;

import dev.rockpool.costmodel.scenario.Forecast;
import dev.rockpool.costmodel.scenario.ForecastLine;
import dev.rockpool.costmodel.scenario.LineKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which lines have a look of their own in the picture: the dearest few of all that is shown, in their order; the
/// others are drawn together.
///
/// @param keys the dearest first
record Series(List<LineKey> keys) {
    /// As many as can be told apart.
    static final int MOST = 4;

    Series {
        keys = List.copyOf(keys);
    }

    static Series of(Outcome outcome) {
        Map<LineKey, Double> dearest = new LinkedHashMap<>();
        List<Forecast> forecasts = new ArrayList<>(List.of(outcome.forecast()));
        outcome.comparison().ifPresent(comparison -> forecasts.add(comparison.left()));
        for (Forecast forecast : forecasts) {
            for (ForecastLine line : forecast.lines()) {
                dearest.merge(line.key(), line.total().amount().doubleValue(), Math::max);
            }
        }
        return new Series(dearest.entrySet().stream()
                .sorted(Map.Entry.<LineKey, Double>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList());
    }

    /// The place of a line among those with a look of their own; empty for the others.
    Optional<Integer> rank(LineKey key) {
        int at = keys.indexOf(key);
        return at < 0 ? Optional.empty() : Optional.of(at);
    }
}
