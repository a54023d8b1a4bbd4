package dev.rockpool.simulators.rowscolumns;

/// What a database took, measured on this machine.
///
/// @param loadNanos for the whole table
/// @param readNanos the median of reads of one row
/// @param updateNanos the median of changes of one value, each durable
/// @param aggregateNanos the median of sums over one column
/// @param fileBytes of its file
public record Timings(long loadNanos, long readNanos, long updateNanos, long aggregateNanos, long fileBytes) {
    /// What `operation` took.
    public long nanos(Operation operation) {
        return switch (operation) {
            case POINT_READ -> readNanos;
            case POINT_UPDATE -> updateNanos;
            case AGGREGATE -> aggregateNanos;
            case LOAD -> loadNanos;
        };
    }
}
