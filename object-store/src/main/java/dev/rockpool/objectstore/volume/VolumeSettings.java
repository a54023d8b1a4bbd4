package dev.rockpool.objectstore.volume;

/// How volumes are written.
///
/// @param sync whether groups are forced
/// @param volumeBytes a volume of so many bytes is sealed
public record VolumeSettings(boolean sync, long volumeBytes) {}
