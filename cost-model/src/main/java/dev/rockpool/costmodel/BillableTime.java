package dev.rockpool.costmodel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;

/// How long things existed, summed over the things: shard-time, stream-time, consumer-shard-time.
///
/// Kept in whole milliseconds, so that sums are exact. [#hours] is where it becomes a decimal: an hour has factors of
/// three, a third of an hour has no end of digits, so it is cut at [#DECIMALS] of them (half to even). That is less
/// than two nanoseconds off however long the time, and the milliseconds can always be told again from the hours.
///
/// @param milliseconds not negative
public record BillableTime(BigInteger milliseconds) {
    /// Digits after the point of [#hours].
    public static final int DECIMALS = 12;

    public static final BillableTime NONE = new BillableTime(BigInteger.ZERO);
    private static final BigDecimal MILLISECONDS_AN_HOUR = new BigDecimal(3_600_000);

    public BillableTime {
        if (milliseconds.signum() < 0) {
            throw new IllegalArgumentException("Billable time is 0 or above, not " + milliseconds + " ms.");
        }
    }

    public static BillableTime ofMilliseconds(long milliseconds) {
        return new BillableTime(BigInteger.valueOf(milliseconds));
    }

    /// `length`, its fraction of a millisecond dropped.
    public static BillableTime of(Duration length) {
        return ofMilliseconds(length.toMillis());
    }

    public static BillableTime ofHours(long hours) {
        return of(Duration.ofHours(hours));
    }

    public BillableTime plus(BillableTime other) {
        return new BillableTime(milliseconds.add(other.milliseconds));
    }

    /// The time of `count` things that each existed as long.
    /// How much longer this one is.
    ///
    /// @throws IllegalArgumentException if it is shorter
    public BillableTime minus(BillableTime other) {
        return new BillableTime(milliseconds.subtract(other.milliseconds));
    }

    public BillableTime times(long count) {
        return new BillableTime(milliseconds.multiply(BigInteger.valueOf(count)));
    }

    /// In seconds, exactly.
    public BigDecimal seconds() {
        return new BigDecimal(milliseconds).movePointLeft(3);
    }

    /// In hours, to [#DECIMALS] digits after the point.
    public BigDecimal hours() {
        return new BigDecimal(milliseconds).divide(MILLISECONDS_AN_HOUR, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
