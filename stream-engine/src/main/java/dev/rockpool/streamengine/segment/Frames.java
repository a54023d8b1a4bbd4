package dev.rockpool.streamengine.segment;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The frame that every piece of every file is wrapped in: length, checksum, body.
final class Frames {
    /// Bytes before the body: its length and the checksum.
    static final int HEAD = 8;

    private static final int CHECKSUM_AT = 4;

    private Frames() {}

    /// Closes a frame whose body was written after [#HEAD] bytes left free at `start`: sets length and checksum.
    static void seal(ByteBuffer buffer, int start) {
        int length = buffer.position() - start - HEAD;
        buffer.putInt(start, length);
        buffer.putInt(start + CHECKSUM_AT, checksum(buffer, start, length));
    }

    /// Whether the frame at `start`, all of which is in `buffer`, has the checksum it claims.
    static boolean holds(ByteBuffer buffer, int start) {
        int length = buffer.getInt(start);
        return buffer.getInt(start + CHECKSUM_AT) == checksum(buffer, start, length);
    }

    private static int checksum(ByteBuffer buffer, int start, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(buffer.slice(start, CHECKSUM_AT));
        checksum.update(buffer.slice(start + HEAD, length));
        return (int) checksum.getValue();
    }
}
