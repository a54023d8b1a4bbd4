package dev.rockpool.objectstore;

import dev.rockpool.objectstore.index.StandingIndex;
import java.io.Closeable;

/// A store as it was at one moment: what a second store is opened on, which goes its own way from there.
///
/// The volumes and bodies lie in the second store's folder by second names; the index is read where it
/// stands, in the store that it was taken of, so the second store must be closed before that one. Without
/// this, from the folder alone, the second store builds its index from its volumes.
public final class StoreSnapshot implements Closeable {
    private final StandingIndex index;

    StoreSnapshot(StandingIndex index) {
        this.index = index;
    }

    StandingIndex index() {
        return index;
    }

    @Override
    public void close() {
        index.close();
    }
}
