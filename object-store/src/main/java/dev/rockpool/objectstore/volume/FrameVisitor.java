package dev.rockpool.objectstore.volume;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Is shown the frames of a sealed volume.
public interface FrameVisitor {
    /// Data.
    ///
    /// @param owner as it was committed
    /// @param bytes how long it is
    void data(byte[] owner, Place place, int bytes) throws IOException;

    /// Changes.
    void changes(ByteBuffer changes) throws IOException;
}
