package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.List;

/// The Glue data catalog: the first million objects and the first million requests of a month cost nothing, for every
/// account and always; the price book's items count what lies above (<https://aws.amazon.com/glue/pricing/>,
/// 2026-09-20).
///
/// @param objects tables, partitions, databases
/// @param requests of the month
public record CatalogEntries(BigDecimal objects, BigDecimal requests) implements Workload {
    private static final BigDecimal FREE = new BigDecimal(1_000_000);
    private static final int OBJECTS_PER_PRICE = 5;

    public CatalogEntries {
        Started.notNegative("objects", objects);
        Started.notNegative("requests", requests);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        return new UsageList(tariff)
                .add("Glue", "catalog.objects above 1e6 free", above(objects).movePointLeft(OBJECTS_PER_PRICE))
                .addMillions("Glue", "catalog.requests above 1e6 free", above(requests))
                .lines();
    }

    private static BigDecimal above(BigDecimal count) {
        return count.subtract(FREE).max(BigDecimal.ZERO);
    }
}
