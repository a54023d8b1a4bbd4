package dev.rockpool.streamengine.segment;

import java.nio.file.Path;

/// One file of a log.
final class Segment {
    static final long UNKNOWN = Long.MIN_VALUE;

    final Path path;
    final long baseOrdinal;
    final long firstArrivalMillis;
    volatile long lastArrivalMillis = UNKNOWN;
    volatile boolean empty = true;

    Segment(Path path, long baseOrdinal, long firstArrivalMillis) {
        this.path = path;
        this.baseOrdinal = baseOrdinal;
        this.firstArrivalMillis = firstArrivalMillis;
    }

    SegmentFormat.Header header(long streamId) {
        return new SegmentFormat.Header(streamId, baseOrdinal, firstArrivalMillis);
    }
}
