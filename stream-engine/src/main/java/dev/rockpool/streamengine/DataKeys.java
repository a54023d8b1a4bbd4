package dev.rockpool.streamengine;

import java.time.Instant;

/// Data keys of the key service, as one principal may use them: whoever calls the engine for somebody binds it to them.
///
/// Both methods throw what the key service refuses with; the engine hands it on and does nothing.
public interface DataKeys {
    /// A key service that is out of reach: streams without encryption need none.
    DataKeys NONE = new DataKeys() {
        @Override
        public DataKey generate(StreamName stream, StreamKey under) {
            throw noKeyService(stream);
        }

        @Override
        public byte[] unwrap(StreamName stream, WrappedKey key) {
            throw noKeyService(stream);
        }

        private StreamRefusal noKeyService(StreamName stream) {
            return new StreamRefusal(
                    StreamRefusal.Code.INTERNAL_FAILURE,
                    "Records of stream " + stream + " are encrypted, and there is no key service.");
        }
    };

    /// A new data key for a stream.
    ///
    /// @param under the key to wrap it with
    DataKey generate(StreamName stream, StreamKey under);

    /// The data key inside `key`, of 32 bytes, which are not to be changed.
    byte[] unwrap(StreamName stream, WrappedKey key);

    /// A data key in clear and wrapped.
    ///
    /// @param keyArn the ARN of the key that wraps it
    /// @param clear 32 bytes
    /// @param wrapped what is kept of it, in Base64
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record DataKey(String keyArn, byte[] clear, String wrapped) {}

    /// What a stream keeps of a data key that seals its records.
    ///
    /// @param number which of the stream's, from 1 on, never used twice
    /// @param keyArn the ARN of the key that wraps it
    /// @param wrapped the wrapped key, in Base64
    /// @param since when it was made: no record arrived earlier that it seals
    record WrappedKey(int number, String keyArn, String wrapped, Instant since) {
        public WrappedKey {
            if (number < 1) {
                throw new IllegalArgumentException("Number " + number + " of a data key is below 1");
            }
        }
    }
}
