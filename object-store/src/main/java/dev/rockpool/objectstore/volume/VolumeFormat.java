package dev.rockpool.objectstore.volume;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/// The bytes of a volume; the grammar is in the package's description.
final class VolumeFormat {
    static final int MAGIC = 0x52504f56; // RPOV
    static final int VERSION = 1;
    static final int HEADER_BYTES = 20;
    static final int FRAME_HEAD = 8;
    static final byte DATA = 1;
    static final byte CHANGES = 2;
    static final byte MARK = 3;
    static final byte DROPPED = 4;
    static final int MARK_BYTES = FRAME_HEAD + 9;
    static final int LONGEST_BODY = 1 << 30;

    private static final int CHECKSUM_AT = 16;

    private VolumeFormat() {}

    static ByteBuffer header(long id) {
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        header.putInt(MAGIC).putInt(VERSION).putLong(id);
        header.putInt(headerChecksum(header));
        return header.flip();
    }

    static int headerChecksum(ByteBuffer header) {
        CRC32C checksum = new CRC32C();
        checksum.update(header.slice(0, CHECKSUM_AT));
        return (int) checksum.getValue();
    }

    static boolean isHeader(ByteBuffer header, long id) {
        return header.getInt(0) == MAGIC
                && header.getLong(8) == id
                && header.getInt(CHECKSUM_AT) == headerChecksum(header);
    }

    static ByteBuffer mark(long offset) {
        ByteBuffer body = ByteBuffer.allocate(9).put(MARK).putLong(offset).flip();
        return framed(body);
    }

    static ByteBuffer dropped(long volume, LogPosition needed) {
        ByteBuffer body = ByteBuffer.allocate(25).put(DROPPED);
        body.putLong(volume).putLong(needed.volume()).putLong(needed.offset());
        return framed(body.flip());
    }

    private static ByteBuffer framed(ByteBuffer body) {
        ByteBuffer frame = ByteBuffer.allocate(FRAME_HEAD + body.remaining());
        frame.putInt(body.remaining()).putInt(checksum(body.remaining(), body.duplicate()));
        return frame.put(body).flip();
    }

    /// The checksum of a frame whose body is in pieces.
    static int checksum(int length, ByteBuffer... pieces) {
        CRC32C checksum = new CRC32C();
        updateInt(checksum, length);
        for (ByteBuffer piece : pieces) {
            checksum.update(piece);
        }
        return (int) checksum.getValue();
    }

    private static void updateInt(CRC32C checksum, int value) {
        checksum.update(value >>> 24);
        checksum.update(value >>> 16);
        checksum.update(value >>> 8);
        checksum.update(value);
    }
}
