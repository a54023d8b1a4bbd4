package dev.rockpool.costmodel;

import java.time.LocalDate;
import java.util.Optional;

/// Where a price comes from.
///
/// @param source page, offer file or bill, as the price book names it
/// @param asOf the day for which the source states the price; empty exactly when `confidence` is undated
/// @param confidence how far to trust it
/// @param note what else is to be known, or empty
public record Provenance(String source, Optional<LocalDate> asOf, Confidence confidence, String note) {
    public Provenance {
        if (asOf.isEmpty() != (confidence == Confidence.UNDATED)) {
            throw new IllegalArgumentException(
                    "A price without a date is undated, one with a date is not: " + asOf + ", " + confidence.word());
        }
    }
}
