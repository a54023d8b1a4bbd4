package dev.rockpool.quiz.streams;

import dev.rockpool.kernel.Decimals;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Sizes of records as a question writes them.
final class Sizes {
    private static final int KIB = 1 << 10;
    private static final BigDecimal MIB = new BigDecimal(1 << 20);
    private static final int DECIMALS = 3;

    private Sizes() {}

    /// `512 B`, `5 KiB`.
    static String shown(int bytes) {
        return bytes % KIB == 0 ? bytes / KIB + "\u00A0KiB" : Unit.BYTES.format(bytes);
    }

    /// A rate in MiB a second, to thousandths and without needless digits: `8 MiB/s`, `0.375 MiB/s`.
    static String perSecond(long bytes) {
        BigDecimal mebibytes = BigDecimal.valueOf(bytes).divide(MIB, DECIMALS, RoundingMode.HALF_UP);
        return Decimals.plain(mebibytes) + "\u00A0" + Unit.MIB_PER_SECOND.symbol();
    }
}
