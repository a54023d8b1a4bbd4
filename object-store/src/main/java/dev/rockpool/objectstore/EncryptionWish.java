package dev.rockpool.objectstore;

import java.util.Map;
import java.util.Optional;

/// How a request asks for its object to be encrypted.
public sealed interface EncryptionWish {
    /// Nothing is said: the bucket's default decides.
    record BucketDefault() implements EncryptionWish {}

    /// `x-amz-server-side-encryption: AES256`.
    record ServiceKey() implements EncryptionWish {}

    /// `aws:kms`, or `aws:kms:dsse`.
    ///
    /// @param keyId id, ARN or alias; empty for the bucket's default key or `aws/s3`
    /// @param context the caller's additional encryption context
    /// @param bucketKey what the header says of bucket keys; empty for the bucket's setting
    /// @param twoLayers whether it is `aws:kms:dsse`
    record KeyService(
            Optional<String> keyId, Map<String, String> context, Optional<Boolean> bucketKey, boolean twoLayers)
            implements EncryptionWish {
        public KeyService {
            context = Map.copyOf(context);
        }
    }

    /// A customer-provided key.
    record CustomerProvided(CustomerKey key) implements EncryptionWish {}

    /// Nothing said.
    EncryptionWish NONE = new BucketDefault();
}
