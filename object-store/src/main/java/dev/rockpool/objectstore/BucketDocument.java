package dev.rockpool.objectstore;

/// A kind of configuration that the engine keeps as a text for those who act on it.
public enum BucketDocument {
    POLICY,
    ACL,
    CORS,
    WEBSITE,
    NOTIFICATION,
    TAGGING,
    OWNERSHIP,
    PUBLIC_ACCESS_BLOCK,
    ACCELERATE,
    REQUEST_PAYMENT,
    REPLICATION,
    METRICS,
    ABAC,
    METADATA
}
