package dev.rockpool.objectstore.volume;

import dev.rockpool.kernel.disk.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// One volume: an open file that stays readable for those who read it while it is dropped.
final class Volume {
    private final long id;
    private final Path path;
    private final DiskFile file;
    /// One for the log itself and one for each reader; the last closes the file.
    private final AtomicInteger holders = new AtomicInteger(1);

    private volatile long end;

    Volume(long id, Path path, DiskFile file, long end) {
        this.id = id;
        this.path = path;
        this.file = file;
        this.end = end;
    }

    long id() {
        return id;
    }

    Path path() {
        return path;
    }

    DiskFile file() {
        return file;
    }

    /// Where the next frame goes.
    long end() {
        return end;
    }

    void end(long offset) {
        end = offset;
    }

    /// Keeps it open; false if it was let go of.
    boolean hold() {
        while (true) {
            int now = holders.get();
            if (now == 0) {
                return false;
            }
            if (holders.compareAndSet(now, now + 1)) {
                return true;
            }
        }
    }

    void letGo() throws IOException {
        if (holders.decrementAndGet() == 0) {
            file.close();
        }
    }

    int read(ByteBuffer target, long offset) throws IOException {
        return file.read(target, offset);
    }
}
