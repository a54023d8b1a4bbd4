package dev.rockpool.objectstore;

import java.util.Optional;

/// What a copy is made of.
///
/// @param versionId empty for the current version
/// @param condition when it is wanted; one that fails is `PreconditionFailed` always
/// @param customerKey of an object with a customer-provided key
public record CopySource(
        String bucket,
        String key,
        Optional<String> versionId,
        ReadCondition condition,
        Optional<CustomerKey> customerKey) {
    /// The current version of an object.
    public static CopySource of(String bucket, String key) {
        return new CopySource(bucket, key, Optional.empty(), ReadCondition.NONE, Optional.empty());
    }
}
