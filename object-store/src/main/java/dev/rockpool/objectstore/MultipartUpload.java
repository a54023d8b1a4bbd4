package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.StorageClass;
import java.time.Instant;
import java.util.Optional;

/// A multipart upload that is not complete.
///
/// @param algorithm of the checksums of its parts, if one was asked for
/// @param type of the object's checksum
/// @param abort by a lifecycle rule
public record MultipartUpload(
        String bucket,
        String key,
        String uploadId,
        Owner owner,
        Owner initiator,
        Instant initiated,
        StorageClass storageClass,
        EncryptionState encryption,
        Optional<ChecksumAlgorithm> algorithm,
        ChecksumType type,
        Optional<RuleDate> abort) {}
