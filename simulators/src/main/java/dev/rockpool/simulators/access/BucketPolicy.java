package dev.rockpool.simulators.access;

/// The policy of the bucket.
public enum BucketPolicy {
    /// There is none.
    NONE,
    /// Denies all but one endpoint.
    ENDPOINT_ONLY,
    /// Denies all but one VPC.
    VPC_ONLY,
    /// Denies all but the public addresses of the office.
    OFFICE_ONLY,
    /// Denies all but office and endpoint.
    OFFICE_OR_ENDPOINT,
    /// Means to deny all but private addresses, by the key for public ones.
    PRIVATE_RANGE,
    /// Denies all but private addresses, by the key for those.
    VPC_RANGE,
    /// Denies plain HTTP.
    TLS_ONLY,
    /// Allows the role.
    NAMES_ROLE,
    /// Allows the very session.
    NAMES_SESSION,
    /// Allows the role of the other account.
    PARTNER,
    /// Allows everybody.
    PUBLIC,
    /// Allows everybody what is tagged so.
    PUBLIC_BY_TAG
}
