package dev.rockpool.streamengine.segment;

/// What the logs of an engine share: write buffers, and the indexes of segments lately read.
public final class LogResources {
    private static final long INDEX_BYTES = 32L << 20;
    private static final int OPEN_FILES = 64;

    final SlabPool slabs = new SlabPool();
    final SegmentCache segments = new SegmentCache(INDEX_BYTES, OPEN_FILES);
}
