package dev.rockpool.streamengine;

/// Where a stream is in its life.
public enum StreamStatus {
    /// Asked for; takes no records yet.
    CREATING,

    /// Gone for its users; its data is being removed.
    DELETING,

    /// In use.
    ACTIVE,

    /// In use while its shards or its mode change.
    UPDATING
}
