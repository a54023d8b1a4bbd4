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
/// @param hasIndex whether the row store finds a row by a B-tree; otherwise it reads all pages
/// @param isOrdered whether rows lie in the order of their key, so that the least and greatest key of a row group lead
///     to one of them; otherwise the column store reads every key
public record RowsColumnsScenario(
        long rows,
        int columns,
        int valueBytes,
        Operation operation,
        int columnsRead,
        double compression,
        int measuredRows,
        boolean hasIndex,
        boolean isOrdered) {
    /// With an index, and in order.
    public RowsColumnsScenario(
            long rows,
            int columns,
            int valueBytes,
            Operation operation,
            int columnsRead,
            double compression,
            int measuredRows) {
        this(rows, columns, valueBytes, operation, columnsRead, compression, measuredRows, true, true);
    }

    /// The columns that an aggregate reads; never more than there are.
    public int read() {
        return Math.min(columnsRead, columns);
    }

    RowsColumnsScenario withTable(long otherRows, int otherColumns, int bytes) {
        return new RowsColumnsScenario(
                otherRows, otherColumns, bytes, operation, columnsRead, compression, measuredRows, hasIndex, isOrdered);
    }

    public RowsColumnsScenario withOperation(Operation other, int read) {
        return new RowsColumnsScenario(
                rows, columns, valueBytes, other, read, compression, measuredRows, hasIndex, isOrdered);
    }

    RowsColumnsScenario withCompression(double other) {
        return new RowsColumnsScenario(
                rows, columns, valueBytes, operation, columnsRead, other, measuredRows, hasIndex, isOrdered);
    }

    RowsColumnsScenario withMeasuredRows(int other) {
        return new RowsColumnsScenario(
                rows, columns, valueBytes, operation, columnsRead, compression, other, hasIndex, isOrdered);
    }

    RowsColumnsScenario withIndex(boolean other) {
        return new RowsColumnsScenario(
                rows, columns, valueBytes, operation, columnsRead, compression, measuredRows, other, isOrdered);
    }

    RowsColumnsScenario withOrder(boolean other) {
        return new RowsColumnsScenario(
                rows, columns, valueBytes, operation, columnsRead, compression, measuredRows, hasIndex, other);
    }

    /// The table that is measured, under the same operation: 20 columns of 8 bytes, of which a sum reads one.
    RowsColumnsScenario measuredTable() {
        return new RowsColumnsScenario(
                measuredRows, TableRepository.COLUMNS, Long.BYTES, operation, 1, 1, measuredRows, hasIndex, isOrdered);
    }
}
