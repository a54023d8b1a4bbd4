package dev.rockpool.streamengine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Records read, added up as bills count them.
///
/// @param bytes data and partition keys
/// @param bytesOlderThanSevenDays those of records that had been kept for more than seven days
record Delivery(long bytes, long bytesOlderThanSevenDays) {
    private static final Duration LONG_TERM = Duration.ofDays(7);

    static Delivery of(List<StreamRecord> records, Instant now) {
        Instant longTerm = now.minus(LONG_TERM);
        long bytes = 0;
        long old = 0;
        for (StreamRecord record : records) {
            bytes += record.bytes();
            if (record.arrivedAt().isBefore(longTerm)) {
                old += record.bytes();
            }
        }
        return new Delivery(bytes, old);
    }
}
