package dev.rockpool.objectstore;

import java.util.Optional;

/// What came of a copy.
///
/// @param sourceVersionId the version that was copied; empty if answers carry none
public record CopyResult(StoredObject object, Optional<String> sourceVersionId, Optional<RuleDate> expiration) {}
