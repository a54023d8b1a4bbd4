package dev.rockpool.simulators.partitioning;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.costmodel.workload.AthenaQueries;
import dev.rockpool.costmodel.workload.Tariff;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What queries cost: bytes that Athena scans where there is a catalog, and requests to S3.
///
/// A reader without a catalog is an engine of one's own, whose machines are not counted.
final class PartitioningBills {
    static final int DAYS_A_MONTH = 30;
    private static final String S3 = "S3";
    private static final int THOUSAND = 3;

    private PartitioningBills() {}

    /// The bill of a month of 30 days.
    static Bill monthly(PartitioningScenario scenario, LayoutReading reading) {
        return of(scenario, reading, Math.multiplyExact((long) scenario.queriesPerDay(), DAYS_A_MONTH));
    }

    /// The bill of so many queries.
    ///
    /// @throws dev.rockpool.kernel.InputException if a price is not known in the region
    static Bill of(PartitioningScenario scenario, LayoutReading reading, long queries) {
        String region = scenario.region();
        Tariff tariff = new Tariff(PricesInForce.book(), region, BillingMonth.OF_730_HOURS);
        List<UsageLine> usage = new ArrayList<>();
        if (scenario.catalog()) {
            usage.addAll(new AthenaQueries(BigDecimal.valueOf(queries), reading.bytesScanned()).lines(tariff));
        } else {
            usage.add(line("request.PUT_COPY_POST_LIST.STANDARD", region, reading.listCalls(), queries));
        }
        usage.add(line("request.GET_SELECT_other.STANDARD", region, reading.filesOpened(), queries));
        return new Biller(PricesInForce.book()).bill(usage);
    }

    private static UsageLine line(String item, String region, long calls, long queries) {
        return new UsageLine(
                S3, item, region, BigDecimal.valueOf(calls, THOUSAND).multiply(BigDecimal.valueOf(queries)));
    }
}
