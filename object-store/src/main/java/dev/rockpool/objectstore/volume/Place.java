package dev.rockpool.objectstore.volume;

/// Where data lies in a volume.
///
/// @param volume its id
/// @param offset of the first byte
public record Place(long volume, long offset) {}
