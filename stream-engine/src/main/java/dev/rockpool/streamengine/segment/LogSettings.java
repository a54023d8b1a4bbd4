package dev.rockpool.streamengine.segment;

/// How a stream's log is kept.
///
/// @param sync whether a commit waits for the disk rather than for the operating system
/// @param segmentBytes how long a segment grows before the next begins
/// @param segmentMillis for how long records arrive in a segment before the next begins, so that trimming can go on
/// @param pendingBytes how much may wait for the disk before appending waits too
public record LogSettings(boolean sync, int segmentBytes, long segmentMillis, int pendingBytes) {
    private static final int SEGMENT_BYTES = 64 << 20;
    private static final long SEGMENT_MILLIS = 3_600_000;
    private static final int PENDING_BYTES = 16 << 20;

    public LogSettings {
        if (segmentBytes < 1 || segmentBytes > 1 << 30 || segmentMillis < 1 || pendingBytes < 1) {
            throw new IllegalArgumentException("Log settings out of bounds: " + segmentBytes + " bytes and "
                    + segmentMillis + " ms a segment, " + pendingBytes + " bytes pending");
        }
    }

    /// 64 MiB or an hour a segment.
    public static LogSettings standard(boolean sync) {
        return new LogSettings(sync, SEGMENT_BYTES, SEGMENT_MILLIS, PENDING_BYTES);
    }
}
