package dev.rockpool.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The arithmetic of days: lifecycle acts at midnights UTC, and a midnight is a day's number, counted from
/// 1970-01-01.
///
/// Something is due at the first midnight **strictly after** its beginning plus the days of the rule: 15 January 10:30
/// and 3 days give 19 January 00:00. What began at a midnight exactly waits for the next one; the vendor's guide is
/// silent about that, MinIO counts the same.
///
/// Source: S3 user guide, *Lifecycle configuration elements*, based on an object's age.
public final class Midnight {
    private static final long SECONDS_A_DAY = 86_400;

    private Midnight() {}

    /// The day that `time` falls in.
    public static long dayOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS_A_DAY);
    }

    /// The day of the midnight at which something that began at `began` is due after `days`.
    public static long after(Instant began, int days) {
        return after(dayOf(began), days);
    }

    /// The same, from the day that it began in.
    public static long after(long beganDay, int days) {
        return beganDay + days + 1;
    }

    /// The midnight that begins `day`.
    public static Instant at(long day) {
        return Instant.ofEpochSecond(day * SECONDS_A_DAY);
    }

    /// The last midnight that is not after `time`.
    public static long notAfter(Instant time) {
        return dayOf(time);
    }

    /// The date of `day`.
    public static LocalDate date(long day) {
        return LocalDate.ofEpochDay(day);
    }

    /// Whether `time` is a midnight UTC.
    static boolean isMidnight(Instant time) {
        return time.getNano() == 0 && Math.floorMod(time.getEpochSecond(), SECONDS_A_DAY) == 0;
    }

    static LocalDate dateOf(Instant midnight) {
        return LocalDate.ofInstant(midnight, ZoneOffset.UTC);
    }
}
