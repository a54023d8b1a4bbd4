package dev.rockpool.objectstore;

import java.util.Optional;

/// What came of a write.
///
/// @param object as it is stored; `versionId` goes out if `showsVersion`
/// @param expiration by a lifecycle rule
public record PutResult(StoredObject object, Optional<RuleDate> expiration) {}
