package dev.rockpool.objectstore;

/// A checksum of an object or a part.
///
/// @param value Base64; a composite one ends with a hyphen and the number of parts
public record Checksum(ChecksumAlgorithm algorithm, ChecksumType type, String value) {}
