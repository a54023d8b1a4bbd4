package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.List;

/// Athena by the bytes scanned: started megabytes, at least ten a query
/// (<https://aws.amazon.com/athena/pricing/>, 2026-10). Megabytes and terabytes are binary.
///
/// @param queries of the month
/// @param bytesScanned by one
public record AthenaQueries(BigDecimal queries, long bytesScanned) implements Workload {
    /// What one query is billed at least.
    public static final long LEAST_MEGABYTES = 10;

    private static final long MEGABYTE = 1L << 20;
    private static final BigDecimal MEGABYTES_A_TERABYTE = new BigDecimal(1L << 20);

    public AthenaQueries {
        Started.notNegative("queries", queries);
        Started.notNegative("bytesScanned", bytesScanned);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        BigDecimal megabytes = Started.steps(bytesScanned, MEGABYTE).max(BigDecimal.valueOf(LEAST_MEGABYTES));
        BigDecimal terabytes = queries.multiply(megabytes).divide(MEGABYTES_A_TERABYTE);
        return new UsageList(tariff)
                .add("Athena", "sql.data_scanned", terabytes)
                .lines();
    }
}
