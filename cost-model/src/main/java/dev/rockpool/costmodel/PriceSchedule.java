package dev.rockpool.costmodel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The price of one item in one region: its unit and its graduated tiers.
///
/// @param key what is priced
/// @param unit what a quantity of one is, such as `shard-hour`, `1000 requests` or `GB-Mo`
/// @param tiers ascending from 0, each starting where the one before ends; the last may end, and beyond it the price
///     is not known
public record PriceSchedule(PriceKey key, String unit, List<PriceTier> tiers) {
    public PriceSchedule {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.getFirst().from().signum() != 0) {
            throw new IllegalArgumentException("The tiers of " + key + " start at 0.");
        }
        for (int tier = 1; tier < tiers.size(); tier++) {
            Optional<BigDecimal> end = tiers.get(tier - 1).to();
            if (end.isEmpty() || end.get().compareTo(tiers.get(tier).from()) != 0) {
                throw new IllegalArgumentException("The tiers of " + key + " leave a gap or overlap at "
                        + tiers.get(tier).from() + ".");
            }
        }
    }

    /// The quantity up to which the price is known; empty when it is known without end.
    public Optional<BigDecimal> knownUpTo() {
        return tiers.getLast().to();
    }
}
