package dev.rockpool.simulators.lifecycle;

import dev.rockpool.lifecycle.StorageClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One version, delete marker or upload, from when it was written to its end; or many that are alike.
///
/// @param object index among the scenario's objects, or of an upload: `objects + index`
/// @param key of the object
/// @param versionId of the version
/// @param kind what it is
/// @param bytes of one
/// @param count how many are alike
/// @param created when it was written
/// @param first the class it was written to
/// @param moves in order of time
/// @param noncurrentSince the moment it got a successor; empty while it is current
/// @param end the day of the midnight at which it goes; [#NEVER] if it stays
record Life(
        int object,
        String key,
        String versionId,
        Kind kind,
        long bytes,
        long count,
        Instant created,
        StorageClass first,
        List<Move> moves,
        Optional<Instant> noncurrentSince,
        long end) {
    static final long NEVER = Long.MAX_VALUE;

    Life {
        moves = List.copyOf(moves);
    }

    /// What a life is of.
    enum Kind {
        VERSION,
        MARKER,
        UPLOAD
    }

    /// A change of class.
    record Move(long day, StorageClass to) {}

    /// Whether it is there once the midnight of `day` is over.
    boolean isThereAt(long day) {
        return created.isBefore(dev.rockpool.lifecycle.Midnight.at(day + 1)) && end > day;
    }

    /// Its class once the midnight of `day` is over.
    StorageClass classAt(long day) {
        StorageClass at = first;
        for (Move move : moves) {
            if (move.day() <= day) {
                at = move.to();
            }
        }
        return at;
    }

    /// The day since which it is in that class.
    long since(long day) {
        long since = dev.rockpool.lifecycle.Midnight.dayOf(created);
        for (Move move : moves) {
            if (move.day() <= day) {
                since = move.day();
            }
        }
        return since;
    }
}
