package dev.rockpool.study.statistics;

import java.util.OptionalInt;

/// How far back statistics look.
public enum Period {
    WEEK(7),
    MONTH(30),
    YEAR(365),
    EVER(0);

    private final int days;

    Period(int days) {
        this.days = days;
    }

    /// Study days, the present one counted; empty for all there are.
    public OptionalInt days() {
        return days == 0 ? OptionalInt.empty() : OptionalInt.of(days);
    }
}
