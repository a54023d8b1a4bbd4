package dev.rockpool.costmodel.stream;

import java.math.BigDecimal;
import java.time.Duration;

/// A stream with steady traffic, to foresee its month.
///
/// @param mode how it is paid for
/// @param shards open shards, at least 1; no part of an on-demand bill
/// @param recordsPerSecond accepted, not offered: throttled records cost nothing; 0 or above
/// @param recordBytes data and partition key of one record, 1 to 10 MiB
/// @param sharedConsumers that each read everything once through GetRecords, 0 or more
/// @param enhancedConsumers that each are pushed everything once, 0 or more
/// @param retention 24 hours to 365 days
public record StreamDesign(
        StreamMode mode,
        long shards,
        BigDecimal recordsPerSecond,
        long recordBytes,
        int sharedConsumers,
        int enhancedConsumers,
        Duration retention) {
    /// The retention that costs nothing extra.
    public static final Duration BASE_RETENTION = Duration.ofHours(24);

    /// Where extended retention ends and long-term retention begins.
    public static final Duration EXTENDED_RETENTION = Duration.ofDays(7);

    /// The longest retention.
    public static final Duration LONGEST_RETENTION = Duration.ofDays(365);

    /// The largest record (10 MiB, since 2025).
    public static final long LARGEST_RECORD = 10L << 20;

    public StreamDesign {
        if (shards < 1) {
            throw new IllegalArgumentException("shards is 1 or more, not " + shards + ".");
        }
        if (recordsPerSecond.signum() < 0) {
            throw new IllegalArgumentException("recordsPerSecond is 0 or above, not " + recordsPerSecond + ".");
        }
        if (recordBytes < 1 || recordBytes > LARGEST_RECORD) {
            throw new IllegalArgumentException("recordBytes is 1 to " + LARGEST_RECORD + ", not " + recordBytes + ".");
        }
        if (sharedConsumers < 0 || enhancedConsumers < 0) {
            throw new IllegalArgumentException(
                    "Consumers are 0 or more, not " + sharedConsumers + " and " + enhancedConsumers + ".");
        }
        if (retention.compareTo(BASE_RETENTION) < 0 || retention.compareTo(LONGEST_RETENTION) > 0) {
            throw new IllegalArgumentException("retention is 24 hours to 365 days, not " + retention + ".");
        }
    }
}
