package dev.rockpool.costmodel;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Bytes times how long they were stored, the measure behind a GB-month.
///
/// @param byteMilliseconds not negative
public record ByteTime(BigDecimal byteMilliseconds) {
    /// Digits after the point of [#gigabyteMonths]: enough for one byte stored one millisecond.
    public static final int DECIMALS = 24;

    public static final ByteTime NONE = new ByteTime(BigDecimal.ZERO);

    public ByteTime {
        if (byteMilliseconds.signum() < 0) {
            throw new IllegalArgumentException("Stored bytes are 0 or above, not " + byteMilliseconds + " byte-ms.");
        }
    }

    /// `bytes` stored for `time`.
    public static ByteTime of(BigDecimal bytes, BillableTime time) {
        return new ByteTime(bytes.multiply(new BigDecimal(time.milliseconds())));
    }

    /// How much more this one is.
    ///
    /// @throws IllegalArgumentException if it is less
    public ByteTime minus(ByteTime other) {
        return new ByteTime(byteMilliseconds.subtract(other.byteMilliseconds));
    }

    public ByteTime plus(ByteTime other) {
        return new ByteTime(byteMilliseconds.add(other.byteMilliseconds));
    }

    /// Binary gigabytes (2^30) kept a whole `month`, to [#DECIMALS] digits after the point, half to even.
    public BigDecimal gigabyteMonths(BillingMonth month) {
        BigDecimal gigabyteMonth =
                Gigabytes.BYTES.multiply(new BigDecimal(month.time().milliseconds()));
        return byteMilliseconds.divide(gigabyteMonth, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
