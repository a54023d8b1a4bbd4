package dev.rockpool.app.shards;

import dev.rockpool.simulators.shards.ShardsSnapshot;
import dev.rockpool.streamengine.ShardWriteBudget;

/// One limit of one shard in the last second, in multiples of the limit.
///
/// @param demand what producers sent
/// @param accepted what was taken
record Tank(double demand, double accepted) {
    /// The limit of 1,000 records a second.
    static Tank ofRecords(ShardsSnapshot.OpenShard shard) {
        return new Tank(
                (double) shard.last().offered() / ShardWriteBudget.RECORDS_PER_SECOND,
                (double) shard.last().accepted() / ShardWriteBudget.RECORDS_PER_SECOND);
    }

    /// The limit of 1 MiB a second.
    static Tank ofBytes(ShardsSnapshot.OpenShard shard, int recordBytes) {
        return new Tank(
                (double) shard.last().offered() * recordBytes / ShardWriteBudget.BYTES_PER_SECOND,
                (double) shard.last().accepted() * recordBytes / ShardWriteBudget.BYTES_PER_SECOND);
    }

    /// The one nearer to its limit, or further beyond it.
    static Tank binding(ShardsSnapshot.OpenShard shard, int recordBytes) {
        Tank records = ofRecords(shard);
        Tank bytes = ofBytes(shard, recordBytes);
        return records.demand >= bytes.demand ? records : bytes;
    }
}
