package dev.rockpool.costmodel;

import java.math.BigDecimal;

/// The gigabyte of a cloud bill, which is binary: 2^30 bytes.
public final class Gigabytes {
    /// Bytes in one.
    public static final BigDecimal BYTES = new BigDecimal(1L << 30);

    private Gigabytes() {}

    /// `bytes` in gigabytes, exactly: dividing by a power of two always ends.
    public static BigDecimal of(BigDecimal bytes) {
        return bytes.divide(BYTES);
    }
}
