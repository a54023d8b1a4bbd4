package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.List;

/// A quantity of any item of the price book.
///
/// @param service as the price book names it
/// @param item as the price book names it
/// @param quantity in the unit of the item's price
public record PricedItem(String service, String item, BigDecimal quantity) implements Workload {
    public PricedItem {
        Started.notNegative("quantity", quantity);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        return new UsageList(tariff).add(service, item, quantity).lines();
    }
}
