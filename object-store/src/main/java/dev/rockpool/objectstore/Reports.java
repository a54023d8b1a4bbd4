package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.Midnight;
import java.time.Instant;

/// The reports that a bucket writes by itself, each at midnight.
final class Reports {
    /// Has the reports of a bucket looked at at the next midnight.
    void schedule(Draft draft, BucketState bucket, Instant now) {
        long midnight = Midnight.at(Midnight.after(now, 0)).toEpochMilli();
        draft.put(KeySpace.due(midnight, Due.Kind.REPORT, bucket.number(), new byte[0], 0), Placing.SOMETHING);
    }

    /// Writes what is due of a bucket.
    void write(Draft draft, BucketState bucket, Instant at) {
        if (!bucket.inventories().isEmpty() || !bucket.analytics().isEmpty()) {
            schedule(draft, bucket, at);
        }
    }
}
