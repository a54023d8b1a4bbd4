package dev.rockpool.simulators.shards;

import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.ShardId;
import java.util.Optional;

/// A change of the shards while the stream runs.
public sealed interface Reshard {
    /// The second at whose beginning it takes effect.
    int at();

    /// Cuts a shard in two.
    ///
    /// @param newStartingHashKey where the upper half begins; empty for the middle
    record Split(int at, ShardId shard, Optional<HashKey> newStartingHashKey) implements Reshard {}

    /// Joins two shards whose ranges touch.
    record Merge(int at, ShardId shard, ShardId adjacentShard) implements Reshard {}

    /// Splits and merges until there are `target` shards of equal ranges.
    ///
    /// @param target from half of the open shards to twice as many
    record UpdateShardCount(int at, int target) implements Reshard {}
}
