package dev.rockpool.objectstore;

import java.util.Optional;

/// One of the objects of a *DeleteObjects*.
///
/// @param versionId empty for the key as a whole
/// @param etag that the current version must have
public record ObjectToDelete(String key, Optional<String> versionId, Optional<String> etag) {}
