package dev.rockpool.kernel.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/// An open file, read and written at positions. Reads are safe for several threads.
public interface DiskFile extends Closeable {
    /// How long it is.
    long size() throws IOException;

    /// Fills `target` from `position` on, as far as there are bytes; answers how many.
    int read(ByteBuffer target, long position) throws IOException;

    /// Writes all of `source` at `position`. After a failure any part of it may be there.
    void write(ByteBuffer source, long position) throws IOException;

    /// Makes what was written durable.
    void force() throws IOException;

    /// Cuts the file to `size`.
    void truncate(long size) throws IOException;
}
