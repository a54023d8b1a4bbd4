package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.Gigabytes;
import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Usage lines of one region in the making; lines of nothing are left out.
final class UsageList {
    private final String region;
    private final List<UsageLine> lines = new ArrayList<>();

    UsageList(Tariff tariff) {
        region = tariff.region();
    }

    /// Adds `quantity` in the unit of the item's price.
    UsageList add(String service, String item, BigDecimal quantity) {
        if (quantity.signum() != 0) {
            lines.add(new UsageLine(service, item, region, quantity));
        }
        return this;
    }

    /// Adds `bytes` of an item that is priced by the GB.
    UsageList addBytes(String service, String item, BigDecimal bytes) {
        return add(service, item, Gigabytes.of(bytes));
    }

    /// Adds `count` of an item that is priced by the thousand.
    UsageList addThousands(String service, String item, BigDecimal count) {
        return add(service, item, count.movePointLeft(3));
    }

    /// Adds `count` of an item that is priced by the million.
    UsageList addMillions(String service, String item, BigDecimal count) {
        return add(service, item, count.movePointLeft(6));
    }

    List<UsageLine> lines() {
        return List.copyOf(lines);
    }
}
