package dev.rockpool.objectstore.cipher;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key or, with two layers, the keys of one object.
public final class ObjectKey {
    private final byte[] inner;
    private final Optional<byte[]> outer;

    private ObjectKey(byte[] inner, Optional<byte[]> outer) {
        this.inner = inner;
        this.outer = outer;
    }

    /// One layer.
    public static ObjectKey of(byte[] key) {
        return new ObjectKey(key, Optional.empty());
    }

    /// Two layers, each with a key of its own.
    public static ObjectKey of(byte[] inner, byte[] outer) {
        return new ObjectKey(inner, Optional.of(outer));
    }

    /// The frames of one body.
    ///
    /// @param salt unique among the bodies of the object; empty for the only one
    public FrameCipher body(byte[] salt) {
        return new FrameCipher(key(inner, salt), outer.map(key -> key(key, salt)));
    }

    private static SecretKey key(byte[] key, byte[] salt) {
        return new SecretKeySpec(salt.length == 0 ? key : derive(key, salt), "AES");
    }

    /// HMAC-SHA256 of `salt` under `key`: a key that tells nothing of the one it comes from.
    public static byte[] derive(byte[] key, byte[] salt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(salt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    /// Seals a key under another one, bound to `name`.
    ///
    /// @param nonce 12 bytes, never used with `under` before
    public static byte[] wrap(byte[] under, byte[] nonce, byte[] name, byte[] key) {
        byte[] wrapped = new byte[nonce.length + key.length + Gcm.TAG_BYTES];
        System.arraycopy(nonce, 0, wrapped, 0, nonce.length);
        Gcm.seal(new SecretKeySpec(under, "AES"), nonce, name, key, 0, key.length, wrapped, nonce.length);
        return wrapped;
    }

    /// Opens what [#wrap] sealed.
    public static byte[] unwrap(byte[] under, byte[] name, byte[] wrapped) throws TamperedException {
        if (wrapped.length < Gcm.NONCE_BYTES + Gcm.TAG_BYTES) {
            throw new TamperedException("A wrapped key of " + wrapped.length + " bytes is none.");
        }
        byte[] nonce = Arrays.copyOf(wrapped, Gcm.NONCE_BYTES);
        byte[] key = new byte[wrapped.length - Gcm.NONCE_BYTES - Gcm.TAG_BYTES];
        Gcm.open(
                new SecretKeySpec(under, "AES"),
                nonce,
                name,
                wrapped,
                Gcm.NONCE_BYTES,
                wrapped.length - Gcm.NONCE_BYTES,
                key,
                0);
        return key;
    }
}
