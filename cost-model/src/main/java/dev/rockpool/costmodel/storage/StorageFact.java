package dev.rockpool.costmodel.storage;

import dev.rockpool.lifecycle.Restore;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import java.time.Instant;

/// Something that happened to an object version, and when its bill changed by it.
public sealed interface StorageFact {
    /// When; parts of a millisecond do not count.
    Instant at();

    /// The version came to be, in `storageClass`, by `requests` requests of the PUT price (1; more for a multipart
    /// upload; 0 for what was not uploaded).
    record Stored(Instant at, StorageClass storageClass, long requests) implements StorageFact {
        public Stored {
            if (requests < 0) {
                throw new IllegalArgumentException("requests is 0 or more, not " + requests + ".");
            }
        }

        /// By one PUT.
        public Stored(Instant at, StorageClass storageClass) {
            this(at, storageClass, 1);
        }
    }

    /// `bytes` of it were read by one GET, 0 to its size. Of an archived object that is its restored copy.
    record Read(Instant at, long bytes) implements StorageFact {
        public Read {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes is 0 or more, not " + bytes + ".");
            }
        }
    }

    /// A restore was asked for at `at`; the copy was `ready` then and stays until `until`. In the archive tiers of
    /// Intelligent-Tiering the object itself goes back to the frequent tier when it is ready, and `until` says
    /// nothing.
    record Restored(Instant at, RestoreTier tier, Instant ready, Instant until) implements StorageFact {
        public Restored {
            if (ready.isBefore(at) || until.isBefore(ready)) {
                throw new IllegalArgumentException("A copy asked for at " + at
                        + " is ready and dropped after that, not at " + ready + " and " + until + ".");
            }
        }

        /// A copy for `days` days ([Restore#copyExpiry]); it stays as long as it takes to be ready, at the least.
        ///
        /// @param days 1 or more
        public static Restored of(Instant at, RestoreTier tier, Instant ready, int days) {
            if (days < 1) {
                throw new IllegalArgumentException("days is 1 or more, not " + days + ".");
            }
            Instant until = Restore.copyExpiry(at, days);
            return new Restored(at, tier, ready, until.isBefore(ready) ? ready : until);
        }
    }

    /// It moved to class `to` by a lifecycle rule; `at` is when it was due, which is when its bill changes. Into
    /// Intelligent-Tiering that is when it moved.
    record Transitioned(Instant at, StorageClass to) implements StorageFact {}

    /// It was deleted, expired or overwritten.
    record Deleted(Instant at) implements StorageFact {}
}
