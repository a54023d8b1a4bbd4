package dev.rockpool.gateway;

import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/// How many bytes of whole bodies a gateway holds at a time: a request that would go above it waits for others to end,
/// so that many large ones at once take time, not memory. Small bodies are not counted. Safe for several threads.
final class BodyBudget {
    /// A body of fewer bytes is not counted.
    static final int COUNTED_BYTES = 64 * 1024;

    private static final int UNIT_BYTES = 1024;

    private final int units;
    private final Semaphore free;

    /// @param bytes what may be held; a body that is larger is held alone
    BodyBudget(long bytes) {
        units = Math.toIntExact(Math.clamp(bytes / UNIT_BYTES, 1, Integer.MAX_VALUE));
        free = new Semaphore(units, true);
    }

    /// A tenth of the memory that this process may take: what is made of a body is several times its size.
    static BodyBudget ofThisProcess() {
        return new BodyBudget(Runtime.getRuntime().maxMemory() / 10);
    }

    /// Waits until a body of so many bytes may be read; answers what to [#give] back after the request.
    ///
    /// @throws InterruptedIOException if the gateway closes meanwhile
    int take(long bytes) throws InterruptedIOException {
        if (bytes < COUNTED_BYTES) {
            return 0;
        }
        int taken = (int) Math.min(units, bytes / UNIT_BYTES);
        try {
            free.acquire(taken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("closed before the body was read");
        }
        return taken;
    }

    /// Lets others have what [#take] answered.
    void give(int taken) {
        free.release(taken);
    }
}
