package dev.rockpool.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Wraps bytes under a key's material and unwraps them; the grammar stands in the package's description.
final class Wrapping {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int HEAD_BYTES = 1 + 16 + 4 + NONCE_BYTES;

    private final SecureRandom random;

    Wrapping(SecureRandom random) {
        this.random = random;
    }

    /// The key and material that wrapped bytes name.
    record Origin(UUID key, int material) {}

    byte[] wrap(UUID key, int material, SecretKey secret, byte[] clear, Map<String, String> context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        ByteBuffer wrapped = ByteBuffer.allocate(HEAD_BYTES + clear.length + TAG_BYTES)
                .put(VERSION)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .putInt(material)
                .put(nonce);
        try {
            cipher(Cipher.ENCRYPT_MODE, secret, nonce, context).doFinal(ByteBuffer.wrap(clear), wrapped);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("AES-256-GCM is part of every JDK", failure);
        }
        return wrapped.array();
    }

    /// Empty for bytes that no wrapping made.
    static Optional<Origin> origin(byte[] wrapped) {
        if (wrapped.length < HEAD_BYTES + TAG_BYTES || wrapped[0] != VERSION) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(wrapped, 1, HEAD_BYTES - 1);
        return Optional.of(new Origin(new UUID(head.getLong(), head.getLong()), head.getInt()));
    }

    /// Empty if the bytes are not what was wrapped, or the context is another.
    static Optional<byte[]> unwrap(SecretKey secret, byte[] wrapped, Map<String, String> context) {
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(wrapped).get(HEAD_BYTES - NONCE_BYTES, nonce);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, secret, nonce, context)
                    .doFinal(wrapped, HEAD_BYTES, wrapped.length - HEAD_BYTES));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("AES-256-GCM is part of every JDK", failure);
        }
    }

    private static Cipher cipher(int mode, SecretKey secret, byte[] nonce, Map<String, String> context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        new TreeMap<>(context).forEach((name, value) -> {
            bind(cipher, name);
            bind(cipher, value);
        });
        return cipher;
    }

    private static void bind(Cipher cipher, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        cipher.updateAAD(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        cipher.updateAAD(bytes);
    }
}
