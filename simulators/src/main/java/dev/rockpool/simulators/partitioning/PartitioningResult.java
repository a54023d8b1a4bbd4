package dev.rockpool.simulators.partitioning;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.simulators.Figure;
import java.util.List;

/// What a whole run came to.
///
/// @param scenario what was asked
/// @param reading what the query reads
/// @param counted what DuckDB read of the replica's files
/// @param bill of a month
/// @param figures the numbers
public record PartitioningResult(
        PartitioningScenario scenario,
        LayoutReading reading,
        LayoutRepository.Counted counted,
        Bill bill,
        List<Figure> figures) {
    public PartitioningResult {
        figures = List.copyOf(figures);
    }

    /// The number of a figure.
    double value(String id) {
        return figures.stream()
                .filter(figure -> figure.id().equals(id))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElseThrow();
    }
}
