package dev.rockpool.objectstore.index;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/// An index as it was at one moment, whatever happens to it since; readable by any number of threads until
/// it or the index is closed.
public interface StandingIndex extends Closeable {
    /// The value that a key had; null if it had none.
    byte @Nullable [] get(byte[] key);

    /// The entries from the first whose key is not less than `from`.
    IndexCursor from(byte[] from);

    /// Lets go of it: what only it still needs is given back.
    @Override
    void close();
}
