package dev.rockpool.costmodel;

import java.math.BigDecimal;
import java.util.Optional;

/// A span of quantity with one price.
///
/// @param from the quantity at which the tier starts, not negative
/// @param to the quantity at which it ends, above `from`; empty when it never does
/// @param price of one unit, not negative
/// @param provenance where the price comes from
public record PriceTier(BigDecimal from, Optional<BigDecimal> to, BigDecimal price, Provenance provenance) {
    public PriceTier {
        if (from.signum() < 0) {
            throw new IllegalArgumentException("A tier starts at 0 or above, not at " + from + ".");
        }
        if (to.isPresent() && to.get().compareTo(from) <= 0) {
            throw new IllegalArgumentException("A tier from " + from + " ends above that, not at " + to.get() + ".");
        }
        if (price.signum() < 0) {
            throw new IllegalArgumentException("A price is 0 or above, not " + price + ".");
        }
    }

    /// Whether the tier has an end and `quantity` lies at it or beyond.
    boolean endsBefore(BigDecimal quantity) {
        return to.isPresent() && to.get().compareTo(quantity) <= 0;
    }
}
