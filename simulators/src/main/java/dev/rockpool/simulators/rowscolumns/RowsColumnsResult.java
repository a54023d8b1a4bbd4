package dev.rockpool.simulators.rowscolumns;

import dev.rockpool.simulators.Figure;
import java.util.List;

/// What a whole run came to, without what was measured.
///
/// @param scenario what was done
/// @param work what it touches
/// @param figures the numbers
public record RowsColumnsResult(RowsColumnsScenario scenario, TableWork work, List<Figure> figures) {
    public RowsColumnsResult {
        figures = List.copyOf(figures);
    }
}
