package dev.rockpool.lifecycle;

import java.time.Duration;
import java.time.Instant;

/// One way to get an archived object back, and how long it typically takes.
///
/// Source: S3 FAQ (19 October 2025); user guide, *Archive retrieval options*.
///
/// @param tier as the request names it
/// @param least the typical time at the least; zero where only a bound is published
/// @param most the typical time at the most
public record Restore(RestoreTier tier, Duration least, Duration most) {
    /// When the temporary copy of an object goes: the first midnight UTC after the request plus `days`.
    ///
    /// The guide's example: asked for on 15 October 10:30 for 3 days, kept until 19 October 00:00.
    public static Instant copyExpiry(Instant requested, int days) {
        return Midnight.at(Midnight.after(requested, days));
    }
}
