package dev.rockpool.streamengine.segment;

import dev.rockpool.kernel.disk.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Reads a segment from its header to its end and indexes what it holds.
final class SegmentScan {
    private static final int WINDOW_BYTES = 1 << 20;

    private final DiskFile file;
    private final long size;
    private ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);
    private long windowStart;
    private int windowBytes;

    private SegmentScan(DiskFile file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /// What a segment holds.
    ///
    /// @param index where its records stand
    /// @param end where the first frame begins that is not whole; the file's size when all are
    /// @param lastOrdinal the last record's ordinal; one below the base when there is none
    /// @param lastArrivalMillis when the last record arrived; the header's time when there is none
    /// @param records how many records there are
    record Found(SegmentIndex index, long end, long lastOrdinal, long lastArrivalMillis, int records) {}

    /// Reads the frames of `file` as far as they are whole and follow each other.
    static Found scan(DiskFile file, SegmentFormat.Header header) throws IOException {
        SegmentScan scan = new SegmentScan(file);
        SegmentIndex index = new SegmentIndex(header.baseOrdinal());
        long at = SegmentFormat.HEADER_BYTES;
        long lastOrdinal = header.baseOrdinal() - 1;
        long lastArrival = header.firstArrivalMillis();
        int records = 0;
        while (true) {
            int frame = scan.frameAt(at);
            if (frame == 0) {
                break;
            }
            int start = (int) (at - scan.windowStart);
            if (SegmentFormat.isMark(scan.window, start, at)) {
                at += frame;
            } else if (SegmentFormat.isRecord(scan.window, start)
                    && SegmentFormat.ordinal(scan.window, start) > lastOrdinal
                    && SegmentFormat.arrivalMillis(scan.window, start) >= lastArrival) {
                lastOrdinal = SegmentFormat.ordinal(scan.window, start);
                lastArrival = SegmentFormat.arrivalMillis(scan.window, start);
                index.add(SegmentFormat.shard(scan.window, start), lastOrdinal, (int) at);
                records++;
                at += frame;
            } else {
                break;
            }
        }
        return new Found(index, at, lastOrdinal, lastArrival, records);
    }

    /// Whether a mark stands anywhere after `offset`: then everything before that mark was durable, and what is
    /// broken before it is damage.
    static boolean marksAfter(DiskFile file, long offset) throws IOException {
        SegmentScan scan = new SegmentScan(file);
        for (long at = offset + 1; at + SegmentFormat.MARK_BYTES <= scan.size; at++) {
            scan.show(at, SegmentFormat.MARK_BYTES);
            if (SegmentFormat.isMark(scan.window, (int) (at - scan.windowStart), at)) {
                return true;
            }
        }
        return false;
    }

    /// Brings the frame at `at` into the window; answers its length, 0 if no whole frame is there.
    private int frameAt(long at) throws IOException {
        if (size - at < Frames.HEAD) {
            return 0;
        }
        show(at, Frames.HEAD);
        int frame = SegmentFormat.frameBytes(window, (int) (at - windowStart));
        if (frame == 0 || frame > size - at) {
            return 0;
        }
        show(at, frame);
        return frame;
    }

    private void show(long at, int bytes) throws IOException {
        if (at >= windowStart && at + bytes <= windowStart + windowBytes) {
            return;
        }
        if (bytes > window.capacity()) {
            window = ByteBuffer.allocate(bytes);
        }
        window.clear();
        windowBytes = file.read(window, at);
        windowStart = at;
        if (windowBytes < bytes) {
            throw new IOException("The file became shorter while it was read");
        }
    }
}
