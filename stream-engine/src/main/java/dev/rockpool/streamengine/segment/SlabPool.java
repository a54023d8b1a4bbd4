package dev.rockpool.streamengine.segment;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/// Buffers outside the heap in which frames wait for the disk, used again and again by all streams of an engine.
final class SlabPool {
    /// Bytes of a slab.
    static final int SLAB_BYTES = 1 << 20;

    private static final int KEPT = 16;

    private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();

    /// A cleared buffer of at least `bytes`.
    ByteBuffer take(int bytes) {
        if (bytes <= SLAB_BYTES) {
            synchronized (free) {
                ByteBuffer slab = free.pollLast();
                if (slab != null) {
                    return slab.clear();
                }
            }
        }
        return ByteBuffer.allocateDirect(Math.max(bytes, SLAB_BYTES));
    }

    /// Gives a buffer back; an oversized one, or one too many, is left to the collector.
    void give(ByteBuffer slab) {
        if (slab.capacity() == SLAB_BYTES) {
            synchronized (free) {
                if (free.size() < KEPT) {
                    free.addLast(slab);
                }
            }
        }
    }
}
