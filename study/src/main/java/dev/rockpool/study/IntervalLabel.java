package dev.rockpool.study;

import java.time.Duration;
import java.util.Locale;

/// Short texts of intervals.
final class IntervalLabel {
    private static final double DAYS_A_YEAR = 365.25;
    private static final double DAYS_A_MONTH = DAYS_A_YEAR / 12;

    private IntervalLabel() {}

    static String of(Interval interval) {
        return switch (interval) {
            case Interval.Delay(Duration duration) -> delay(duration);
            case Interval.Days(int days) -> days(days);
        };
    }

    private static String delay(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return Math.round(seconds / 60.0) + " min";
        }
        if (seconds < 86_400) {
            return number(seconds / 3_600.0) + " h";
        }
        return number(seconds / 86_400.0) + " d";
    }

    private static String days(int days) {
        if (days < DAYS_A_MONTH) {
            return days + " d";
        }
        if (days < DAYS_A_YEAR) {
            return number(days / DAYS_A_MONTH) + " mo";
        }
        return number(days / DAYS_A_YEAR) + " y";
    }

    /// One decimal, and none where it is 0 or the number has two digits before it.
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return value >= 10 || text.endsWith(".0") ? Long.toString(Math.round(value)) : text;
    }
}
