package dev.rockpool.streamengine;

import java.time.Instant;

/// Which shards *ListShards* lists (service model 2013-12-02, *ShardFilter*).
public sealed interface ShardFilter {
    /// Those whose id comes after this one.
    record AfterShardId(ShardId shard) implements ShardFilter {}

    /// Those that were open at the trim horizon.
    record AtTrimHorizon() implements ShardFilter {}

    /// All that are kept. The default.
    record FromTrimHorizon() implements ShardFilter {}

    /// Those that are open now.
    record AtLatest() implements ShardFilter {}

    /// Those that were open at this time.
    record AtTimestamp(Instant time) implements ShardFilter {}

    /// Those that are open now or were closed at this time or later.
    record FromTimestamp(Instant time) implements ShardFilter {}
}
