package dev.rockpool.simulators.access;

/// A permissions boundary, or the policy of a session.
public enum LimitPolicy {
    /// There is none.
    NONE,
    /// Allows reading and listing of objects.
    READING,
    /// Allows nothing of storage.
    NO_STORAGE
}
