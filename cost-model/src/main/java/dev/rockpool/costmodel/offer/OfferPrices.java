package dev.rockpool.costmodel.offer;

import dev.rockpool.costmodel.PriceSchedule;
import java.time.LocalDate;
import java.util.List;

/// What an offer file says of items of the price book.
///
/// @param offer its code, such as `AmazonS3`
/// @param version of the file
/// @param published the day
/// @param schedules the prices, each with this file as its source
/// @param products how many the file holds
/// @param leftOut items that several products claim at different prices, each `service item in region`
public record OfferPrices(
        String offer,
        String version,
        LocalDate published,
        List<PriceSchedule> schedules,
        long products,
        List<String> leftOut) {
    public OfferPrices {
        schedules = List.copyOf(schedules);
        leftOut = List.copyOf(leftOut);
    }
}
