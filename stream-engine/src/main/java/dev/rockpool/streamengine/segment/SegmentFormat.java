package dev.rockpool.streamengine.segment;

import dev.rockpool.kernel.disk.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// The bytes of a segment file; the grammar is in the package's description.
final class SegmentFormat {
    static final int HEADER_BYTES = 36;
    static final int MARK_BYTES = Frames.HEAD + 9;
    static final int RECORD_HEAD = Frames.HEAD + 23;

    private static final int MAGIC = 0x52505347; // RPSG
    private static final int VERSION = 2;
    private static final byte RECORD = 1;
    private static final byte MARK = 2;
    private static final byte SEALED = 3;
    private static final int MARK_LENGTH = MARK_BYTES - Frames.HEAD;
    private static final int RECORD_LENGTH = RECORD_HEAD - Frames.HEAD;
    private static final int LONGEST = RECORD_LENGTH + 0xFFFF + (16 << 20);
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{16})\\.segment");
    private static final Pattern SHARED = Pattern.compile("([0-9a-f]{16})\\.shared");

    // offsets in a record frame
    private static final int KIND = Frames.HEAD;
    private static final int SHARD = KIND + 1;
    private static final int ORDINAL = SHARD + 4;
    private static final int ARRIVAL = ORDINAL + 8;
    private static final int KEY_LENGTH = ARRIVAL + 8;
    private static final int KEY_NUMBER = ARRIVAL + 8;
    private static final int BOX = KEY_NUMBER + 4;

    private SegmentFormat() {}

    /// What a segment says of itself.
    record Header(long streamId, long baseOrdinal, long firstArrivalMillis) {}

    static String fileName(long baseOrdinal) {
        return String.format(Locale.ROOT, "%016x.segment", baseOrdinal);
    }

    static Optional<Long> baseOrdinal(String fileName) {
        Matcher matcher = NAME.matcher(fileName);
        return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1), 16)) : Optional.empty();
    }

    static String sharedName(long baseOrdinal) {
        return String.format(Locale.ROOT, "%016x.shared", baseOrdinal);
    }

    /// Before which base ordinal segments are shared, of the name of the mark that says it.
    static Optional<Long> sharedBefore(String fileName) {
        Matcher matcher = SHARED.matcher(fileName);
        return matcher.matches() ? Optional.of(Long.parseLong(matcher.group(1), 16)) : Optional.empty();
    }

    static ByteBuffer header(Header header) {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER_BYTES);
        buffer.putInt(MAGIC)
                .putInt(VERSION)
                .putLong(header.streamId())
                .putLong(header.baseOrdinal())
                .putLong(header.firstArrivalMillis());
        buffer.putInt(checksum(buffer));
        return buffer.flip();
    }

    /// Reads a header; empty where it was never written whole.
    static Optional<Header> readHeader(DiskFile file, Path path) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER_BYTES);
        if (file.read(buffer, 0) < HEADER_BYTES) {
            return Optional.empty();
        }
        if (buffer.getInt(0) == MAGIC && buffer.getInt(4) > VERSION && buffer.getInt(4) < 1 << 16) {
            throw new NewerFormatException(path, buffer.getInt(4));
        }
        if (buffer.getInt(0) != MAGIC || buffer.getInt(HEADER_BYTES - 4) != checksum(buffer)) {
            return Optional.empty();
        }
        return Optional.of(new Header(buffer.getLong(8), buffer.getLong(16), buffer.getLong(24)));
    }

    private static int checksum(ByteBuffer header) {
        CRC32C checksum = new CRC32C();
        checksum.update(header.slice(0, HEADER_BYTES - 4));
        return (int) checksum.getValue();
    }

    static int recordBytes(int keyBytes, int dataBytes) {
        return RECORD_HEAD + keyBytes + dataBytes;
    }

    static void putRecord(ByteBuffer slab, int shard, long ordinal, long arrivalMillis, byte[] key, byte[] data) {
        int start = slab.position();
        slab.position(start + Frames.HEAD);
        slab.put(RECORD)
                .putInt(shard)
                .putLong(ordinal)
                .putLong(arrivalMillis)
                .putShort((short) key.length)
                .put(key)
                .put(data);
        Frames.seal(slab, start);
    }

    static int sealedBytes(int keyBytes, int dataBytes) {
        return BOX + RecordSeal.OVERHEAD + keyBytes + dataBytes;
    }

    static void putSealed(
            ByteBuffer slab, int shard, long ordinal, long arrivalMillis, byte[] key, byte[] data, RecordSeal seal) {
        int start = slab.position();
        ByteBuffer head = sealedHead(shard, ordinal, arrivalMillis, seal.number());
        slab.position(start + Frames.HEAD);
        slab.put(head.duplicate());
        seal.seal(head, ordinal, key, data, slab);
        Frames.seal(slab, start);
    }

    /// What stands before the box of a sealed record, and is bound to it.
    static ByteBuffer sealedHead(int shard, long ordinal, long arrivalMillis, int keyNumber) {
        return ByteBuffer.allocate(BOX - Frames.HEAD)
                .put(SEALED)
                .putInt(shard)
                .putLong(ordinal)
                .putLong(arrivalMillis)
                .putInt(keyNumber)
                .flip();
    }

    static void putMark(ByteBuffer slab, long offset) {
        int start = slab.position();
        slab.position(start + Frames.HEAD);
        slab.put(MARK).putLong(offset);
        Frames.seal(slab, start);
    }

    /// How long the frame at `start` claims to be in all; 0 where no frame claims such a thing.
    static int frameBytes(ByteBuffer buffer, int start) {
        int length = buffer.getInt(start);
        return length == MARK_LENGTH || (length >= RECORD_LENGTH && length <= LONGEST) ? Frames.HEAD + length : 0;
    }

    /// Whether the frame at `start`, all of which is in `buffer`, is a mark that stands at `offset` of its
    /// file.
    static boolean isMark(ByteBuffer buffer, int start, long offset) {
        return buffer.getInt(start) == MARK_LENGTH
                && buffer.get(start + KIND) == MARK
                && buffer.getLong(start + KIND + 1) == offset
                && Frames.holds(buffer, start);
    }

    /// Whether the frame at `start`, all of which is in `buffer`, is a record.
    static boolean isRecord(ByteBuffer buffer, int start) {
        int length = buffer.getInt(start);
        return length >= RECORD_LENGTH
                && length <= LONGEST
                && (isPlain(buffer, start, length) || isSealed(buffer, start, length))
                && buffer.getInt(start + SHARD) >= 0
                && Frames.holds(buffer, start);
    }

    private static boolean isPlain(ByteBuffer buffer, int start, int length) {
        return buffer.get(start + KIND) == RECORD && keyBytes(buffer, start) <= length - RECORD_LENGTH;
    }

    private static boolean isSealed(ByteBuffer buffer, int start, int length) {
        return buffer.get(start + KIND) == SEALED
                && length >= sealedBytes(0, 0) - Frames.HEAD
                && buffer.getInt(start + KEY_NUMBER) > 0;
    }

    static int shard(ByteBuffer buffer, int start) {
        return buffer.getInt(start + SHARD);
    }

    static long ordinal(ByteBuffer buffer, int start) {
        return buffer.getLong(start + ORDINAL);
    }

    static long arrivalMillis(ByteBuffer buffer, int start) {
        return buffer.getLong(start + ARRIVAL);
    }

    static LogRecord record(ByteBuffer buffer, int start) {
        if (buffer.get(start + KIND) == SEALED) {
            byte[] box = new byte[Frames.HEAD + buffer.getInt(start) - BOX];
            buffer.get(start + BOX, box);
            return new LogRecord(
                    ordinal(buffer, start),
                    arrivalMillis(buffer, start),
                    buffer.getInt(start + KEY_NUMBER),
                    new byte[0],
                    box);
        }
        byte[] key = new byte[keyBytes(buffer, start)];
        byte[] data = new byte[buffer.getInt(start) - RECORD_LENGTH - key.length];
        buffer.get(start + RECORD_HEAD, key);
        buffer.get(start + RECORD_HEAD + key.length, data);
        return new LogRecord(ordinal(buffer, start), arrivalMillis(buffer, start), 0, key, data);
    }

    private static int keyBytes(ByteBuffer buffer, int start) {
        return Short.toUnsignedInt(buffer.getShort(start + KEY_LENGTH));
    }
}
