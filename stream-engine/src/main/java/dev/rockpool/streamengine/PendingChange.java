package dev.rockpool.streamengine;

import java.time.Instant;
import java.util.Optional;

/// What a stream that is not active is on its way to.
sealed interface PendingChange {
    /// When it is done.
    Instant due();

    /// It becomes active for the first time.
    record Activate(Instant due) implements PendingChange {}

    /// It goes.
    record Delete(Instant due) implements PendingChange {}

    /// A shard is cut in two.
    record Split(Instant due, ShardId shard, HashKey newStart) implements PendingChange {}

    /// Two shards become one.
    record Merge(Instant due, ShardId shard, ShardId adjacent) implements PendingChange {}

    /// Shards get equal ranges.
    record Rescale(Instant due, int target) implements PendingChange {}

    /// Records are encrypted, or no longer.
    record SwitchKey(Instant due, Optional<StreamKey> key) implements PendingChange {}

    /// The mode changes.
    record SwitchMode(Instant due, StreamMode to) implements PendingChange {}
}
