package dev.rockpool.app.costs;

import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.BillLine;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/// How old a price is, in words.
final class PriceAge {
    /// Beyond so many months a price is stale: vendors cut and raise within a year.
    static final int STALE_MONTHS = 12;

    private final Texts texts;
    private final InstantSource clock;
    private final ZoneId zone;

    PriceAge(Texts texts, InstantSource clock, ZoneId zone) {
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    /// The date of a price and its age: `2024-07-01, 2 years old`; or that there is none.
    String words(BillLine line) {
        return line.asOf().map(this::words).orElseGet(() -> texts.get("costs.age.undated"));
    }

    /// The date and its age.
    String words(LocalDate day) {
        long months = months(day);
        return texts.get(
                "costs.age",
                day.toString(),
                months >= 2L * STALE_MONTHS
                        ? texts.get("costs.age.years", months / STALE_MONTHS)
                        : texts.get("costs.age.months", months));
    }

    /// Whether a line's price is stale, or has no date.
    boolean isStale(BillLine line) {
        return line.asOf().map(day -> months(day) > STALE_MONTHS).orElse(true);
    }

    /// The user's day.
    LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private long months(LocalDate day) {
        return Math.max(0, Period.between(day, today()).toTotalMonths());
    }
}
