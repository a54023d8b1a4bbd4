package dev.rockpool.app.rowscolumns;

import dev.rockpool.simulators.rowscolumns.RowsColumnsScenario;

/// Which cells of a small picture of the table an operation asks for, and which it touches.
///
/// @param scenario what is done
/// @param columns that are drawn, at most those of the table
record Cells(RowsColumnsScenario scenario, int columns) {
    /// Rows that are drawn.
    static final int ROWS = 12;
    /// Rows on a drawn page.
    static final int PAGE = 3;
    /// Rows of a drawn row group.
    static final int GROUP = 4;

    private static final int MOST = 16;
    private static final int ROW = 7;
    private static final int CHANGED = 1;

    static Cells of(RowsColumnsScenario scenario) {
        return new Cells(scenario, Math.min(MOST, scenario.columns()));
    }

    /// Whether the operation asks for the cell.
    boolean asked(int row, int column) {
        return switch (scenario.operation()) {
            case POINT_READ -> row == ROW;
            case POINT_UPDATE -> row == ROW && column == changed();
            case AGGREGATE -> column < summed();
            case LOAD -> true;
        };
    }

    /// Whether a row store touches it.
    boolean onPage(int row) {
        return switch (scenario.operation()) {
            case POINT_READ, POINT_UPDATE -> !scenario.hasIndex() || row / PAGE == ROW / PAGE;
            case AGGREGATE, LOAD -> true;
        };
    }

    /// Whether a column store touches it.
    boolean inChunk(int row, int column) {
        boolean group = row / GROUP == ROW / GROUP || (column == 0 && !scenario.isOrdered());
        return switch (scenario.operation()) {
            case POINT_READ -> group;
            case POINT_UPDATE -> group && (column == 0 || column == changed());
            case AGGREGATE -> column < summed();
            case LOAD -> true;
        };
    }

    private int changed() {
        return Math.min(CHANGED, columns - 1);
    }

    /// Drawn columns that are summed: as large a part as of the table, and one at the least.
    private int summed() {
        return Math.max(1, Math.round((float) columns * scenario.read() / scenario.columns()));
    }
}
