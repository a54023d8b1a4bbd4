package dev.rockpool.objectstore.volume;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/// What a commit does to the index: puts and removals in order, as bytes.
public final class Changes {
    private static final byte PUT = 1;
    private static final byte REMOVE = 2;

    private final Bytes out = new Bytes();

    /// A buffer whose bytes can be reached.
    private static final class Bytes extends ByteArrayOutputStream {
        Bytes() {
            super(512);
        }

        void putInt(int value) {
            write(value >>> 24);
            write(value >>> 16);
            write(value >>> 8);
            write(value);
        }

        int at() {
            return count;
        }
    }

    /// Hears the changes.
    public interface Reader {
        /// A key has a value.
        void put(byte[] key, byte[] value);

        /// A key is gone.
        void removed(byte[] key);
    }

    /// Adds a put; answers where in the bytes the value begins.
    public int put(byte[] key, byte[] value) {
        out.write(PUT);
        out.putInt(key.length);
        out.write(key, 0, key.length);
        out.putInt(value.length);
        int at = out.at();
        out.write(value, 0, value.length);
        return at;
    }

    /// Adds a removal.
    public void remove(byte[] key) {
        out.write(REMOVE);
        out.putInt(key.length);
        out.write(key, 0, key.length);
    }

    /// How many bytes they are.
    public int size() {
        return out.at();
    }

    /// Whether nothing is changed.
    public boolean isEmpty() {
        return out.at() == 0;
    }

    /// All of them as bytes.
    public byte[] bytes() {
        return out.toByteArray();
    }

    /// Tells the changes in `bytes` in order.
    ///
    /// @param room bytes of zero that are left behind each value
    public static void read(ByteBuffer bytes, int room, Reader reader) {
        while (bytes.hasRemaining()) {
            byte kind = bytes.get();
            byte[] key = next(bytes, 0);
            if (kind == PUT) {
                reader.put(key, next(bytes, room));
            } else {
                reader.removed(key);
            }
        }
    }

    private static byte[] next(ByteBuffer bytes, int room) {
        int length = bytes.getInt();
        byte[] next = new byte[length + room];
        bytes.get(next, 0, length);
        return next;
    }
}
