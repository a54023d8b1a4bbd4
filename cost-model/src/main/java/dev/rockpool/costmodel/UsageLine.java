package dev.rockpool.costmodel;

import dev.rockpool.kernel.Decimals;
import java.math.BigDecimal;

/// A quantity of one item, to be priced.
///
/// @param service as the price book names it
/// @param item as the price book names it
/// @param region where it was used
/// @param quantity in the unit of the item's price (5 of `1000 requests` are 5,000 requests), exact, not negative
/// @param about what this quantity is, for people, when the item alone does not say it; usually empty
public record UsageLine(String service, String item, String region, BigDecimal quantity, String about) {
    public UsageLine {
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException(
                    "A quantity is 0 or above, not " + Decimals.plain(quantity) + " of " + service + " " + item + ".");
        }
    }

    public UsageLine(String service, String item, String region, BigDecimal quantity) {
        this(service, item, region, quantity, "");
    }
}
