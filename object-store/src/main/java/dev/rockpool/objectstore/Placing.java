package dev.rockpool.objectstore;

import dev.rockpool.objectstore.volume.Place;

/// What stands in a record until the log has found a place for its data.
final class Placing {
    static final Place LATER = new Place(0, 0);
    /// The value of keys that only have to be there.
    static final byte[] SOMETHING = {1};

    private Placing() {}
}
