package dev.rockpool.simulators.rowscolumns;

/// A table and what is done with it.
///
/// @param rows of the table
/// @param columns of the table
/// @param valueBytes of each value
/// @param operation what is done
/// @param columnsRead by an aggregate; at most `columns`
/// @param compression how many times smaller a column is than its values; 1 for not at all
/// @param measuredRows of the real table that is measured, of 20 columns
public record RowsColumnsScenario(
        long rows,
        int columns,
        int valueBytes,
        Operation operation,
        int columnsRead,
        double compression,
        int measuredRows) {
    /// The columns that an aggregate reads; never more than there are.
    public int read() {
        return Math.min(columnsRead, columns);
    }

    RowsColumnsScenario withTable(long otherRows, int otherColumns, int bytes) {
        return new RowsColumnsScenario(
                otherRows, otherColumns, bytes, operation, columnsRead, compression, measuredRows);
    }

    public RowsColumnsScenario withOperation(Operation other, int read) {
        return new RowsColumnsScenario(rows, columns, valueBytes, other, read, compression, measuredRows);
    }

    RowsColumnsScenario withCompression(double other) {
        return new RowsColumnsScenario(rows, columns, valueBytes, operation, columnsRead, other, measuredRows);
    }

    RowsColumnsScenario withMeasuredRows(int other) {
        return new RowsColumnsScenario(rows, columns, valueBytes, operation, columnsRead, compression, other);
    }
}
