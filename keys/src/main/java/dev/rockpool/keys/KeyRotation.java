package dev.rockpool.keys;

import java.time.Instant;

/// New material by itself, every so many days.
///
/// @param periodDays 90 to 2,560, 365 unless said otherwise (KMS API, *EnableKeyRotation*)
/// @param next when it is due
public record KeyRotation(int periodDays, Instant next) {
    /// The period where none is named.
    public static final int DEFAULT_PERIOD_DAYS = 365;

    static final int LEAST_PERIOD_DAYS = 90;
    static final int MOST_PERIOD_DAYS = 2_560;
}
