package dev.rockpool.app.streams;

import dev.rockpool.streamengine.Shard;
import java.util.List;

/// A shard in a picture.
///
/// @param fate whether it takes records, or at least has some
/// @param rates the fuller of the second that runs and the one before
/// @param millisBehind how far behind *GetRecords* callers are
/// @param history what it did, oldest first; seconds without anything left out
record Tile(Shard shard, Fate fate, Rates rates, long millisBehind, List<Moment> history) {
    /// What has become of a shard.
    enum Fate {
        /// It takes records.
        OPEN,
        /// It was split or merged; its records can still be read.
        CLOSED,
        /// Its records are past the retention period.
        EXPIRED
    }

    /// A second of a shard.
    ///
    /// @param second of the epoch
    /// @param fill how near to its write limits it was, 0 to 1
    /// @param refused the share of records that it refused
    record Moment(long second, float fill, float refused) {}

    Tile {
        history = List.copyOf(history);
    }

    boolean isOpen() {
        return fate == Fate.OPEN;
    }
}
