package dev.rockpool.objectstore;

/// What the checksum of a multipart object is of.
public enum ChecksumType {
    /// All its bytes.
    FULL_OBJECT,
    /// The checksums of its parts.
    COMPOSITE
}
