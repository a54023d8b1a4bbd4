package dev.rockpool.app.streams;

import dev.rockpool.streamengine.ShardReadBudget;
import dev.rockpool.streamengine.ShardWriteBudget;

/// What a shard, or a stream, did in one second of the platform's clock.
///
/// @param records taken
/// @param bytes of them, data and keys
/// @param refusedByCount records refused because there were too many
/// @param refusedByBytes records refused because there were too many bytes
/// @param bytesOut read, by all consumers together
/// @param reads *GetRecords* calls
/// @param readsRefused those refused
record Rates(
        long records,
        long bytes,
        long refusedByCount,
        long refusedByBytes,
        long bytesOut,
        long reads,
        long readsRefused) {
    static final Rates NONE = new Rates(0, 0, 0, 0, 0, 0, 0);

    /// Records refused.
    long refused() {
        return refusedByCount + refusedByBytes;
    }

    /// How near to its write limits one shard was, 0 to 1: the nearer of the two.
    double fill() {
        return Math.max(
                (double) records / ShardWriteBudget.RECORDS_PER_SECOND,
                (double) bytes / ShardWriteBudget.BYTES_PER_SECOND);
    }

    /// How near one shard was to what shared consumers may read.
    double fillOut() {
        return Math.max(
                (double) bytesOut / ShardReadBudget.BYTES_PER_SECOND,
                (double) reads / ShardReadBudget.CALLS_PER_SECOND);
    }

    Rates plus(Rates other) {
        return new Rates(
                records + other.records,
                bytes + other.bytes,
                refusedByCount + other.refusedByCount,
                refusedByBytes + other.refusedByBytes,
                bytesOut + other.bytesOut,
                reads + other.reads,
                readsRefused + other.readsRefused);
    }

    /// The greater of each.
    Rates or(Rates other) {
        return new Rates(
                Math.max(records, other.records),
                Math.max(bytes, other.bytes),
                Math.max(refusedByCount, other.refusedByCount),
                Math.max(refusedByBytes, other.refusedByBytes),
                Math.max(bytesOut, other.bytesOut),
                Math.max(reads, other.reads),
                Math.max(readsRefused, other.readsRefused));
    }
}
