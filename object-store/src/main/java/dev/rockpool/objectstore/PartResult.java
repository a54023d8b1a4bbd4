package dev.rockpool.objectstore;

import java.util.Optional;

/// What came of an *UploadPart* or *UploadPartCopy*.
///
/// @param encryption the upload's
/// @param sourceVersionId the version that was copied
public record PartResult(StoredPart part, EncryptionState encryption, Optional<String> sourceVersionId) {}
