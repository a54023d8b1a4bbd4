package dev.rockpool.objectstore.volume;

import java.nio.ByteBuffer;

/// Hears what the log holds, in order: on opening what an index lacks, afterwards each group once it is durable.
public interface Replay {
    /// All that was told before counts no more; the log is told from its start.
    void restart();

    /// A commit's changes.
    ///
    /// @param volume that they lie in
    void changes(long volume, ByteBuffer changes);

    /// Everything before `position` was told.
    void reached(LogPosition position);
}
