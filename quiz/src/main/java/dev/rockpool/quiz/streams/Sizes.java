package dev.rockpool.quiz.streams;

import dev.rockpool.kernel.Decimals;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Sizes, rates and plain numbers as a question writes them.
final class Sizes {
    private static final int KIB = 1 << 10;
    private static final int DECIMALS = 4;

    private Sizes() {}

    /// `512 B`, `5 KiB`.
    static String shown(int bytes) {
        return bytes % KIB == 0 ? bytes / KIB + "\u00A0KiB" : Unit.BYTES.format(bytes);
    }

    /// A rate in MiB a second, as [#number] writes it: `8 MiB/s`, `0.375 MiB/s`.
    static String perSecond(long bytes) {
        return number(Unit.MIB_PER_SECOND.shown((double) bytes)) + "\u00A0" + Unit.MIB_PER_SECOND.symbol();
    }

    /// A number that others are computed from, to ten-thousandths and without needless digits: `0.135`, `8`.
    static String number(double value) {
        return Decimals.plain(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP));
    }
}
