package dev.rockpool.streamengine;

/// Whether a shard takes records. A shard whose records have all outlived the retention period is *expired*: it is
/// listed no more, and [StreamEvent.ShardExpired] tells its end.
public enum ShardState {
    /// Takes records.
    OPEN,

    /// Was split or merged; can still be read.
    CLOSED
}
