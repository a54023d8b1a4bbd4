package dev.rockpool.objectstore;

/// How firmly a version is kept.
public enum RetentionMode {
    /// Those with a permission of its own may shorten or bypass it.
    GOVERNANCE,
    /// Nobody may.
    COMPLIANCE
}
