package dev.rockpool.streamengine.segment;

import dev.rockpool.kernel.disk.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Reads one shard's records from an indexed segment, checking each.
final class SegmentReader {
    /// What a read answers that came to the segment's end.
    static final long EXHAUSTED = -1;

    private static final int WIDE_WINDOW = 256 << 10;
    private static final int FIRST_GUESS = 2 << 10;
    private static final int AHEAD = 256;
    private static final int DENSE = 4;

    /// Gathers records of `shard` from ordinal `from` on; answers the ordinal at which the harvest was full, or
    /// [#EXHAUSTED].
    long read(SegmentCache.Entry entry, Path path, int shard, long from, long notBeforeMillis, Harvest harvest)
            throws IOException {
        long begin = from;
        SegmentIndex.Slice slice = slice(entry, shard, begin, harvest.wanted() + 1);
        if (notBeforeMillis != Long.MIN_VALUE
                && slice.count() > 0
                && arrival(entry, path, slice, 0) < notBeforeMillis) {
            SegmentIndex.Slice all = slice(entry, shard, begin, Integer.MAX_VALUE);
            int at = firstAt(entry, path, all, notBeforeMillis);
            if (at == all.count()) {
                return EXHAUSTED;
            }
            begin = all.ordinal(at);
            slice = slice(entry, shard, begin, harvest.wanted() + 1);
        }
        Window window = new Window(entry.file, path, slice);
        for (int at = 0; at < slice.count(); at++) {
            if (harvest.wanted() <= 0 || !harvest.take(window.record(at))) {
                return slice.ordinal(at);
            }
        }
        return EXHAUSTED;
    }

    /// The ordinal of the first record of `shard` that arrived at `millis` or later, or [#EXHAUSTED].
    long firstAt(SegmentCache.Entry entry, Path path, int shard, long millis) throws IOException {
        SegmentIndex.Slice all = slice(entry, shard, 0, Integer.MAX_VALUE);
        int at = firstAt(entry, path, all, millis);
        return at == all.count() ? EXHAUSTED : all.ordinal(at);
    }

    private static SegmentIndex.Slice slice(SegmentCache.Entry entry, int shard, long from, int most) {
        synchronized (entry.index) {
            return entry.index.from(shard, from, most);
        }
    }

    private static int firstAt(SegmentCache.Entry entry, Path path, SegmentIndex.Slice slice, long millis)
            throws IOException {
        int low = 0;
        int high = slice.count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (arrival(entry, path, slice, middle) < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static long arrival(SegmentCache.Entry entry, Path path, SegmentIndex.Slice slice, int at)
            throws IOException {
        ByteBuffer head = ByteBuffer.allocate(SegmentFormat.RECORD_HEAD);
        int position = slice.positions()[at];
        if (entry.file.read(head, position) < SegmentFormat.RECORD_HEAD
                || SegmentFormat.ordinal(head, 0) != slice.ordinal(at)) {
            throw new DamagedException(path, position, "an acknowledged record is broken");
        }
        return SegmentFormat.arrivalMillis(head, 0);
    }

    /// The stretch of the file last read: wide where a shard's records stand close together.
    private static final class Window {
        private final DiskFile file;
        private final Path path;
        private final SegmentIndex.Slice slice;
        private ByteBuffer buffer = ByteBuffer.allocate(0);
        private long start;
        private int bytes;
        private int lastFrame = FIRST_GUESS;

        Window(DiskFile file, Path path, SegmentIndex.Slice slice) {
            this.file = file;
            this.path = path;
            this.slice = slice;
        }

        LogRecord record(int at) throws IOException {
            int position = slice.positions()[at];
            show(position, Frames.HEAD, stretch(at));
            int frame = SegmentFormat.frameBytes(buffer, (int) (position - start));
            if (frame != 0) {
                show(position, frame, frame);
                lastFrame = frame;
                int inside = (int) (position - start);
                if (SegmentFormat.isRecord(buffer, inside)
                        && SegmentFormat.ordinal(buffer, inside) == slice.ordinal(at)) {
                    return SegmentFormat.record(buffer, inside);
                }
            }
            throw new DamagedException(path, position, "an acknowledged record is broken");
        }

        /// How much to read from a record on: a wide stretch where the next records of the shard stand close, else
        /// as much as the last record took.
        private int stretch(int at) {
            int ahead = Math.min(at + AHEAD, slice.count() - 1);
            int span = slice.positions()[ahead] - slice.positions()[at];
            return span <= (long) (ahead - at) * DENSE * lastFrame
                    ? Math.min(WIDE_WINDOW, span + lastFrame)
                    : lastFrame;
        }

        private void show(long position, int needed, int wished) throws IOException {
            if (position >= start && position + needed <= start + bytes) {
                return;
            }
            int length = Math.max(needed, wished);
            if (length > buffer.capacity()) {
                buffer = ByteBuffer.allocate(length);
            }
            buffer.clear().limit(length);
            bytes = file.read(buffer, position);
            start = position;
            if (bytes < needed) {
                throw new DamagedException(path, position, "the file is shorter than what was acknowledged");
            }
        }
    }
}
