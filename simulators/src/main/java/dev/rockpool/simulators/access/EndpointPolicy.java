package dev.rockpool.simulators.access;

/// The policy of the VPC endpoint.
public enum EndpointPolicy {
    /// Allows everything, as that of a new one.
    FULL,
    /// Allows this bucket.
    THIS_BUCKET,
    /// Allows another bucket.
    OTHER_BUCKET,
    /// Allows what belongs to the own account.
    OWN_ACCOUNT
}
