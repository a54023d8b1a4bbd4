package dev.rockpool.simulators.access;

/// The policy of who asks.
public enum IdentityPolicy {
    /// There is none.
    NONE,
    /// Allows reading.
    READ,
    /// Allows everything.
    EVERYTHING,
    /// Allows what bears the tag of the same team.
    BY_TEAM,
    /// Allows everything and denies this bucket.
    NOT_THIS_BUCKET
}
