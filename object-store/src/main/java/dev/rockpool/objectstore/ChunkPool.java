package dev.rockpool.objectstore;

import java.util.concurrent.ArrayBlockingQueue;

/// Buffers that are used again.
final class ChunkPool {
    private static final int KEPT = 48;
    private static final int FRAME = 64 << 10;
    /// Room for the overhead of each frame.
    private static final int OVERHEAD = 64;

    private final int chunkBytes;
    private final ArrayBlockingQueue<byte[]> idle = new ArrayBlockingQueue<>(KEPT);

    /// @param least bytes of a chunk; the next higher number of whole frames
    ChunkPool(int least) {
        chunkBytes = Math.max(4, least / FRAME + 1) * FRAME;
    }

    /// Plain bytes that fill a chunk: whole frames.
    int chunkBytes() {
        return chunkBytes;
    }

    /// A buffer that a chunk fits in, plain or sealed.
    byte[] take() {
        byte[] chunk = idle.poll();
        return chunk == null ? new byte[chunkBytes + chunkBytes / FRAME * OVERHEAD] : chunk;
    }

    void give(byte[] chunk) {
        idle.offer(chunk);
    }
}
