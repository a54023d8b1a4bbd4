package dev.rockpool.streamengine;

/// How a stream's shards are counted and billed.
public enum StreamMode {
    /// The user says how many shards there are and pays by shard-hour and payload unit.
    PROVISIONED,

    /// The service splits busy shards and bills by stream-hour and gigabyte.
    ON_DEMAND
}
