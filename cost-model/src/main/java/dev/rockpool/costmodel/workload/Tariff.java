package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PriceBook;

/// What a workload is billed under.
///
/// @param book the prices; items have other names in some regions, and the book knows which
/// @param region where the workload runs
/// @param month its length is the length of everything that runs all the time
public record Tariff(PriceBook book, String region, BillingMonth month) {
    /// Whether `item` has a price in the region.
    boolean prices(String service, String item) {
        return book.find(service, item, region).isPresent();
    }
}
