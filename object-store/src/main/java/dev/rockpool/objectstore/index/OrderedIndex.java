package dev.rockpool.objectstore.index;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/// A map of byte strings, ordered by their unsigned bytes.
///
/// One thread at a time writes, any number reads meanwhile. Arrays given and answered are shared, not
/// copied: nobody changes them.
public interface OrderedIndex extends Closeable {
    /// The value of a key; null if there is none.
    byte @Nullable [] get(byte[] key);

    /// Sets the value of a key; answers the former.
    byte @Nullable [] put(byte[] key, byte[] value);

    /// Removes a key; answers its value.
    byte @Nullable [] remove(byte[] key);

    /// The entries from the first whose key is not less than `from`, as they are now.
    IndexCursor from(byte[] from);

    /// The entries as they are now, kept from changing; costs the same whatever there is.
    StandingIndex stand();

    /// Removes everything.
    void clear();

    /// Makes what it holds durable, as far as it can be.
    void checkpoint();

    @Override
    void close();
}
