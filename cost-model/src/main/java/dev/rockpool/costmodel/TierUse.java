package dev.rockpool.costmodel;

import java.math.BigDecimal;
import java.util.Optional;

/// The part of a bill line that one tier priced.
///
/// @param from where the tier starts
/// @param to where it ends; empty when it never does
/// @param quantity how much of the line fell into it
/// @param price of one unit; 0 in a free tier
/// @param free whether this is the free tier's quantity, which lies before all tiers and moves none of them
/// @param provenance where the price comes from
public record TierUse(
        BigDecimal from,
        Optional<BigDecimal> to,
        BigDecimal quantity,
        BigDecimal price,
        boolean free,
        Provenance provenance) {
    /// Quantity times price, exactly.
    public BigDecimal amount() {
        return quantity.multiply(price);
    }
}
