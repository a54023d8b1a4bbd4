package dev.rockpool.objectstore;

import java.util.Map;
import java.util.Optional;

/// Data keys of the key service, as one principal may use them; the endpoint binds it to the caller.
///
/// Both methods throw a [StoreRefusal] with the key service's code when it refuses.
public interface DataKeys {
    /// A key service that is out of reach.
    DataKeys NONE = new DataKeys() {
        @Override
        public DataKey generate(Optional<String> keyId, Map<String, String> context) {
            throw new StoreRefusal(StoreRefusal.Code.KMS_NotFoundException, "There is no key service.");
        }

        @Override
        public byte[] unwrap(String keyArn, byte[] wrapped, Map<String, String> context) {
            throw new StoreRefusal(StoreRefusal.Code.KMS_NotFoundException, "There is no key service.");
        }
    };

    /// A new data key.
    ///
    /// @param keyId id, ARN or alias; empty for the account's `aws/s3`
    /// @param context the encryption context, which must be given again to unwrap
    DataKey generate(Optional<String> keyId, Map<String, String> context);

    /// The data key inside `wrapped`.
    byte[] unwrap(String keyArn, byte[] wrapped, Map<String, String> context);

    /// A data key in clear and wrapped.
    ///
    /// @param keyArn the ARN of the key that wraps it
    /// @param plain 32 bytes
    /// @param wrapped what is stored
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record DataKey(String keyArn, byte[] plain, byte[] wrapped) {}
}
