package dev.rockpool.simulators.rowscolumns;

import dev.rockpool.simulators.Figure;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Both databases with the same table, round by round.
///
/// @param rounds that were measured, one or more
public record Measured(List<Round> rounds) {
    /// After so many rounds the median lies between the least and the greatest 97 times of 100: 1 − 2 × 0.5⁶.
    static final int ROUNDS = 6;

    /// One round.
    ///
    /// @param rows of H2, which keeps rows
    /// @param columns of DuckDB, which keeps columns
    public record Round(Timings rows, Timings columns) {}

    public Measured {
        rounds = List.copyOf(rounds);
    }

    /// The median of the rounds; of two in the middle their mean.
    public double median(ToDoubleFunction<Round> of) {
        double[] sorted = rounds.stream().mapToDouble(of).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// From the least to the greatest of the rounds.
    public Figure.Interval interval(ToDoubleFunction<Round> of) {
        return new Figure.Interval(
                rounds.stream().mapToDouble(of).min().orElseThrow(),
                rounds.stream().mapToDouble(of).max().orElseThrow());
    }
}
