package dev.rockpool.simulators.access;

/// What is asked for.
public enum Act {
    /// The bytes of an object.
    READ,
    /// A new object.
    WRITE,
    /// The keys of the bucket.
    LIST,
    /// That the policy of the bucket be deleted.
    MEND
}
