package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.BillingMonth;
import java.time.Duration;
import java.util.OptionalDouble;

/// How often an object is read, by its age: so often when new, half as often after each half-life.
///
/// @param perMonth reads in 730 hours at age 0, 0 to [#MOST_PER_MONTH]
/// @param halfLifeDays days in which the rate halves, above 0; empty for a rate that stays
public record ReadPattern(double perMonth, OptionalDouble halfLifeDays) {
    /// Reads a month of one object at the most: 100,000, one in 26 seconds.
    public static final double MOST_PER_MONTH = 100_000;

    /// Nobody reads it.
    public static final ReadPattern NEVER = new ReadPattern(0, OptionalDouble.empty());

    private static final double MONTH_MILLIS =
            BillingMonth.OF_730_HOURS.length().toMillis();
    private static final double DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final double MILLIONTHS = 1e6;

    public ReadPattern {
        if (!(perMonth >= 0 && perMonth <= MOST_PER_MONTH)) {
            throw new IllegalArgumentException("perMonth is 0 to 100000, not " + perMonth + ".");
        }
        if (halfLifeDays.isPresent() && !(halfLifeDays.getAsDouble() > 0 && halfLifeDays.getAsDouble() < 1e6)) {
            throw new IllegalArgumentException(
                    "halfLifeDays is above 0 and below 1000000, not " + halfLifeDays.getAsDouble() + ".");
        }
    }

    /// Reads at a rate that stays.
    public static ReadPattern steady(double perMonth) {
        return new ReadPattern(perMonth, OptionalDouble.empty());
    }

    public boolean isNever() {
        return perMonth == 0;
    }

    /// This pattern with `factor` times the reads.
    public ReadPattern times(double factor) {
        return new ReadPattern(Math.min(MOST_PER_MONTH, perMonth * factor), halfLifeDays);
    }

    /// Expected reads from creation to `age` milliseconds, 0 or more.
    double reads(long age) {
        double rate = perMonth / MONTH_MILLIS;
        if (halfLifeDays.isEmpty()) {
            return rate * age;
        }
        double decay = Math.log(2) / (halfLifeDays.getAsDouble() * DAY_MILLIS);
        return -rate / decay * Math.expm1(-decay * age);
    }

    /// Expected reads from creation to `age` milliseconds in whole millionths. Differences of it add up.
    long millionths(long age) {
        return Math.round(reads(age) * MILLIONTHS);
    }
}
