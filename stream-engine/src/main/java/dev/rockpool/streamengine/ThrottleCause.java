package dev.rockpool.streamengine;

/// Which of a shard's limits refused.
public enum ThrottleCause {
    /// Too many records in, or too many reads, in this second.
    COUNT,

    /// Too many bytes in this second, or owed from earlier ones.
    BYTES
}
