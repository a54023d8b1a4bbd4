package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.BillableTime;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;

/// Rounding up to what has been started: steps of bytes, whole hours, whole seconds. And the bounds of a workload.
final class Started {
    private static final BigInteger HOUR = BigInteger.valueOf(3_600_000);

    private Started() {}

    /// Steps of `step` that `size` has started, at least one: also nothing is a request.
    static BigDecimal steps(long size, long step) {
        return BigDecimal.valueOf(Math.max(1, Math.ceilDiv(notNegative("size", size), step)));
    }

    /// Hours that `time` has started.
    static BigDecimal hours(BillableTime time) {
        BigInteger[] parts = time.milliseconds().divideAndRemainder(HOUR);
        return new BigDecimal(parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE));
    }

    /// The time of `runs` runs of `each`, started seconds, `least` seconds at least each.
    static BillableTime runs(BigDecimal runs, Duration each, Duration least) {
        long seconds = Math.ceilDiv(each.toMillis(), 1_000L);
        BigDecimal milliseconds = runs.multiply(BigDecimal.valueOf(Math.max(seconds, least.toSeconds()) * 1_000L));
        return new BillableTime(milliseconds.toBigInteger());
    }

    static BigDecimal notNegative(String field, BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(field + " is 0 or above, not " + value + ".");
        }
        return value;
    }

    static long notNegative(String field, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " is 0 or above, not " + value + ".");
        }
        return value;
    }

    static Duration notNegative(String field, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(field + " is 0 or above, not " + value + ".");
        }
        return value;
    }
}
