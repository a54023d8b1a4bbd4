package dev.rockpool.objectstore;

import java.util.Optional;

/// How a stored object is encrypted.
///
/// @param keyArn of the key service's key
/// @param bucketKey whether a bucket key wraps the data key
/// @param customerKeyMd5 Base64; of a customer-provided key
public record EncryptionState(
        EncryptionAlgorithm algorithm, Optional<String> keyArn, boolean bucketKey, Optional<String> customerKeyMd5) {}
