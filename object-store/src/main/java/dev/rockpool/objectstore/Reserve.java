package dev.rockpool.objectstore;

import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.kernel.disk.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/// A file that only takes space: given back when the disk is full, so that deletes can still be written down.
final class Reserve {
    private static final int PIECE = 64 << 10;

    private final Disk disk;
    private final Path path;
    private final long bytes;
    private final AtomicBoolean there = new AtomicBoolean();

    /// @param bytes 0 for none
    Reserve(Disk disk, Path path, long bytes) {
        this.disk = disk;
        this.path = path;
        this.bytes = bytes;
    }

    /// Takes the space, if it is not taken and can be.
    void take() {
        if (bytes == 0 || there.get()) {
            return;
        }
        try (DiskFile file = disk.open(path)) {
            for (long at = file.size(); at < bytes; at += PIECE) {
                file.write(ByteBuffer.allocate((int) Math.min(PIECE, bytes - at)), at);
            }
            there.set(true);
        } catch (IOException full) {
            release();
        }
    }

    /// Gives the space back; false if there was none.
    boolean release() {
        there.set(false);
        try {
            if (!disk.exists(path)) {
                return false;
            }
            try (DiskFile file = disk.open(path)) {
                file.truncate(0);
            }
            disk.delete(path);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
