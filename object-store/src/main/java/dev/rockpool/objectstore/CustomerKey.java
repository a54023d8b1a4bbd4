package dev.rockpool.objectstore;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// A key that comes with a request and is never stored (SSE-C).
public final class CustomerKey {
    private static final int BYTES = 32;

    private final byte[] key;

    private CustomerKey(byte[] key) {
        this.key = key;
    }

    /// The key of three headers.
    ///
    /// @param algorithm must be `AES256`
    /// @param keyBase64 32 bytes
    /// @param md5Base64 the MD5 of the key
    /// @throws StoreRefusal if one does not fit
    public static CustomerKey of(String algorithm, String keyBase64, String md5Base64) {
        if (!algorithm.equals("AES256")) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InvalidEncryptionAlgorithmError,
                    "The Encryption request you specified is not valid. Supported value: AES256.");
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(keyBase64);
        } catch (IllegalArgumentException notBase64) {
            key = new byte[0];
        }
        if (key.length != BYTES) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InvalidArgument, "The secret key was invalid for the specified algorithm.");
        }
        CustomerKey made = new CustomerKey(key);
        if (!made.md5().equals(md5Base64)) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InvalidArgument,
                    "The calculated MD5 hash of the key did not match the hash that was provided.");
        }
        return made;
    }

    /// The MD5 of the key in Base64, which answers carry.
    public String md5() {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(key));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has MD5", e);
        }
    }

    byte[] bytes() {
        return key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustomerKey that && MessageDigest.isEqual(key, that.key);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return "customer key";
    }
}
