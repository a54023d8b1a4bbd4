package dev.rockpool.costmodel.offer;

import java.math.BigDecimal;

/// A row of the mapping: which item of the price book a usage type of an offer is.
///
/// @param offer the offer's code
/// @param name the usage type behind the prefix of its region
/// @param operation what the product's operation must be; [#ANY] for all that no other row names, empty for none
/// @param service as the price book names it
/// @param item as the price book names it
/// @param unit of the item's price
/// @param factor how many of the offer's units are one of the book's
record UsageType(
        String offer, String name, String operation, String service, String item, String unit, BigDecimal factor) {
    static final String ANY = "*";
}
