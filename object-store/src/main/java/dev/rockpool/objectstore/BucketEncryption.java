package dev.rockpool.objectstore;

import java.util.Optional;

/// What a bucket encrypts new objects with, unless the request says otherwise.
///
/// @param algorithm of the default rule
/// @param keyId the key's id, ARN or alias; empty for the account's `aws/s3`; only with the key service
/// @param bucketKey whether one data key of the key service serves many objects
/// @param blocksCustomerKeys whether writes with a customer-provided key are refused
public record BucketEncryption(
        EncryptionAlgorithm algorithm, Optional<String> keyId, boolean bucketKey, boolean blocksCustomerKeys) {
    /// What a bucket has that was never configured, with customer keys blocked or not.
    public static BucketEncryption standard(boolean blocksCustomerKeys) {
        return new BucketEncryption(EncryptionAlgorithm.SSE_S3, Optional.empty(), false, blocksCustomerKeys);
    }
}
