package dev.rockpool.simulators.shards;

/// How many shards a load needs, by the vendor's formula: writes in, and reads of all shared consumers out, in KiB a
/// second, each record rounded up to a whole KiB.
///
/// Source: <https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html>. The rounding stands in for
/// the limit of 1,000 records.
///
/// @param recordBytes of every record
/// @param recordsPerSecond of the whole stream
/// @param sharedConsumers that each read everything
public record SizingFormula(int recordBytes, long recordsPerSecond, int sharedConsumers) {
    private static final long KIB = 1L << 10;

    /// A record's size in whole KiB.
    public long roundedKib() {
        return Math.ceilDiv(recordBytes, KIB);
    }

    /// Shards needed, at least one.
    public long shards() {
        long write = roundedKib() * recordsPerSecond;
        long read = write * sharedConsumers;
        return Math.max(1, Math.max(Math.ceilDiv(write, KIB), Math.ceilDiv(read, 2 * KIB)));
    }
}
