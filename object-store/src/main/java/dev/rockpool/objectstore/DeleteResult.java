package dev.rockpool.objectstore;

import java.util.Optional;

/// What came of a delete.
///
/// @param isDeleteMarker whether a delete marker was added, or the version that was deleted was one
/// @param versionId of the delete marker added, or of the version deleted; empty if answers carry none
public record DeleteResult(boolean isDeleteMarker, Optional<String> versionId) {}
