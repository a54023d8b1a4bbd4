package dev.rockpool.streamengine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Hashes partition keys to places on the ring, one key after another; for one thread at a time.
public final class KeyHasher {
    private static final int MD5_BYTES = 16;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final MessageDigest md5;
    private final byte[] digest = new byte[MD5_BYTES];

    public KeyHasher() {
        try {
            md5 = MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has MD5", impossible);
        }
    }

    /// The place of `key`: MD5 of its UTF-8 bytes, big-endian.
    public HashKey hash(PartitionKey key) {
        md5.update(key.utf8());
        try {
            md5.digest(digest, 0, MD5_BYTES);
        } catch (DigestException impossible) {
            throw new IllegalStateException("MD5 has 16 bytes", impossible);
        }
        return new HashKey((long) LONGS.get(digest, 0), (long) LONGS.get(digest, Long.BYTES));
    }
}
