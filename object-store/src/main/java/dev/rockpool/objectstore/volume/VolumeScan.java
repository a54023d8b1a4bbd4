package dev.rockpool.objectstore.volume;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Reads the frames of a volume one after the other.
final class VolumeScan {
    private static final int WINDOW = 1 << 20;

    private final Volume volume;
    private final long limit;
    private ByteBuffer window = ByteBuffer.allocate(WINDOW).flip();
    private long windowAt;
    private long offset;
    private ByteBuffer body = ByteBuffer.allocate(0);
    private long bodyAt;

    /// @param offset of the first frame
    /// @param limit where the last frame ends
    VolumeScan(Volume volume, long offset, long limit) {
        this.volume = volume;
        this.offset = offset;
        this.windowAt = offset;
        this.limit = limit;
    }

    /// Goes to the next frame; false where none begins that is whole.
    boolean next() throws IOException {
        if (!fill(offset, VolumeFormat.FRAME_HEAD)) {
            return false;
        }
        int at = (int) (offset - windowAt);
        int length = window.getInt(at);
        if (length < 1 || length > VolumeFormat.LONGEST_BODY || length > limit - offset - VolumeFormat.FRAME_HEAD) {
            return false;
        }
        if (!fill(offset, VolumeFormat.FRAME_HEAD + length)) {
            return false;
        }
        at = (int) (offset - windowAt);
        ByteBuffer found = window.slice(at + VolumeFormat.FRAME_HEAD, length);
        if (window.getInt(at + 4) != VolumeFormat.checksum(length, found.duplicate())) {
            return false;
        }
        body = found;
        bodyAt = offset + VolumeFormat.FRAME_HEAD;
        offset += VolumeFormat.FRAME_HEAD + length;
        return true;
    }

    private boolean fill(long from, int bytes) throws IOException {
        if (limit - from < bytes) {
            return false;
        }
        if (from >= windowAt && from + bytes <= windowAt + window.limit()) {
            return true;
        }
        int wanted = (int) Math.min(Math.max(WINDOW, bytes), limit - from);
        if (window.capacity() < wanted) {
            window = ByteBuffer.allocate(wanted);
        }
        window.clear().limit(wanted);
        windowAt = from;
        int read = volume.read(window, from);
        window.position(0).limit(read);
        return read >= bytes;
    }

    /// Where the next frame would begin.
    long offset() {
        return offset;
    }

    /// The body of the present frame.
    ByteBuffer body() {
        return body.duplicate();
    }

    /// Where the body begins in the file.
    long bodyAt() {
        return bodyAt;
    }

    /// Whether a mark stands anywhere from the present place on: what is before it was durable.
    boolean hasMarkAhead() throws IOException {
        for (long at = offset + 1; limit - at >= VolumeFormat.MARK_BYTES; at++) {
            if (!fill(at, VolumeFormat.MARK_BYTES)) {
                return false;
            }
            int index = (int) (at - windowAt);
            if (window.getInt(index) == 9
                    && window.get(index + 8) == VolumeFormat.MARK
                    && window.getLong(index + 9) == at
                    && window.getInt(index + 4)
                            == VolumeFormat.checksum(9, window.slice(index + VolumeFormat.FRAME_HEAD, 9))) {
                return true;
            }
        }
        return false;
    }
}
