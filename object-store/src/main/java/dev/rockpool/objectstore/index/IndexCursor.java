package dev.rockpool.objectstore.index;

/// Walks over entries in order.
public interface IndexCursor {
    /// Goes to the next entry, at first to the first one; false at the end.
    boolean next();

    /// The key of the present entry.
    byte[] key();

    /// The value of the present entry.
    byte[] value();
}
