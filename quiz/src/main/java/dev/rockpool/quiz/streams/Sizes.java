package dev.rockpool.quiz.streams;

import dev.rockpool.simulators.Unit;

/// Sizes of records as a question writes them.
final class Sizes {
    private static final int KIB = 1 << 10;

    private Sizes() {}

    /// `512 B`, `5 KiB`.
    static String shown(int bytes) {
        return bytes % KIB == 0 ? bytes / KIB + "\u00A0KiB" : Unit.BYTES.format(bytes);
    }

    /// A rate in MiB a second without needless digits: `8 MiB/s`, `0.75 MiB/s`.
    static String perSecond(long bytes) {
        String written = Unit.MIB_PER_SECOND.number((double) bytes);
        String plain = written.contains(".") ? written.replaceAll("0+$", "").replaceAll("\\.$", "") : written;
        return plain + "\u00A0" + Unit.MIB_PER_SECOND.symbol();
    }
}
