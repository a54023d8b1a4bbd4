package dev.rockpool.objectstore.cipher;

import java.nio.ByteBuffer;
import java.util.Optional;
import javax.crypto.SecretKey;

/// Seals and opens the frames of one body.
public final class FrameCipher {
    /// Plain bytes of every frame but the last.
    public static final int FRAME_BYTES = 64 << 10;

    private static final byte[] NOTHING = {};
    private static final byte LAST = 1;

    private final SecretKey inner;
    private final Optional<SecretKey> outer;

    FrameCipher(SecretKey inner, Optional<SecretKey> outer) {
        this.inner = inner;
        this.outer = outer;
    }

    /// What a frame is longer than its plain bytes.
    public int overhead() {
        return outer.isPresent() ? 2 * Gcm.TAG_BYTES : Gcm.TAG_BYTES;
    }

    /// How long `plain` bytes are sealed.
    public long sealedBytes(long plain) {
        return plain + frames(plain) * overhead();
    }

    private static long frames(long plain) {
        return (plain + FRAME_BYTES - 1) / FRAME_BYTES;
    }

    /// Where frame `index` begins in the sealed bytes.
    public long sealedAt(long index) {
        return index * (FRAME_BYTES + overhead());
    }

    /// Seals one frame; answers how many bytes it became.
    ///
    /// @param index its place
    /// @param last whether none follows
    public int seal(long index, boolean last, byte[] plain, int from, int count, byte[] target, int at) {
        byte[] nonce = nonce(index, last);
        if (outer.isEmpty()) {
            return Gcm.seal(inner, nonce, NOTHING, plain, from, count, target, at);
        }
        byte[] between = new byte[count + Gcm.TAG_BYTES];
        Gcm.seal(inner, nonce, NOTHING, plain, from, count, between, 0);
        return Gcm.seal(outer.get(), nonce, NOTHING, between, 0, between.length, target, at);
    }

    /// Opens one frame; answers how many plain bytes it has.
    ///
    /// @throws TamperedException if it is not what was sealed in that place
    public int open(long index, boolean last, byte[] sealed, int from, int count, byte[] target, int at)
            throws TamperedException {
        byte[] nonce = nonce(index, last);
        if (outer.isEmpty()) {
            return Gcm.open(inner, nonce, NOTHING, sealed, from, count, target, at);
        }
        byte[] between = new byte[Math.max(0, count - Gcm.TAG_BYTES)];
        Gcm.open(outer.get(), nonce, NOTHING, sealed, from, count, between, 0);
        return Gcm.open(inner, nonce, NOTHING, between, 0, between.length, target, at);
    }

    private static byte[] nonce(long index, boolean last) {
        return ByteBuffer.allocate(Gcm.NONCE_BYTES)
                .put(last ? LAST : 0)
                .position(4)
                .putLong(index)
                .array();
    }
}
