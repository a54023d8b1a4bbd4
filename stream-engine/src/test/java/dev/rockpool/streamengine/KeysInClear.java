package dev.rockpool.streamengine;

import java.security.SecureRandom;
import java.util.Base64;

/// Data keys that are wrapped in nothing, so that they outlive a process; they can be withheld.
final class KeysInClear implements DataKeys {
    /// What is thrown while they are withheld.
    static final class WithheldException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    boolean withheld;
    int made;

    @Override
    public DataKey generate(StreamName stream, StreamKey under) {
        require();
        made++;
        byte[] clear = new byte[32];
        RANDOM.nextBytes(clear);
        return new DataKey("arn:" + under.keyId(), clear, Base64.getEncoder().encodeToString(clear));
    }

    @Override
    public byte[] unwrap(StreamName stream, WrappedKey key) {
        require();
        return Base64.getDecoder().decode(key.wrapped());
    }

    private void require() {
        if (withheld) {
            throw new WithheldException();
        }
    }
}
