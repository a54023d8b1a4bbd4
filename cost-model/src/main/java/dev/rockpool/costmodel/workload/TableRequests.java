package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.List;

/// On-demand requests to a DynamoDB table.
///
/// A write is a unit for each started KB of the item, twice in a transaction; a read a unit for each started 4 KB, half
/// if it may be stale, twice in a transaction (<https://aws.amazon.com/dynamodb/pricing/>, seen in 2026). A KB is 1,024
/// bytes.
///
/// @param infrequentAccess whether the table is of the class Standard-IA
/// @param itemBytes of one item
/// @param writes requests
/// @param transactional whether reads and writes are transactions
/// @param reads requests
/// @param stale whether reads may be eventually consistent; transactions never are
public record TableRequests(
        boolean infrequentAccess,
        long itemBytes,
        BigDecimal writes,
        BigDecimal reads,
        boolean transactional,
        boolean stale)
        implements Workload {
    private static final String DYNAMODB = "DynamoDB";
    private static final long WRITE_BYTES = 1L << 10;
    private static final long READ_BYTES = 4L << 10;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    public TableRequests {
        Started.notNegative("itemBytes", itemBytes);
        Started.notNegative("writes", writes);
        Started.notNegative("reads", reads);
    }

    /// Write request units.
    public BigDecimal writeUnits() {
        return writes.multiply(Started.steps(itemBytes, WRITE_BYTES))
                .multiply(transactional ? BigDecimal.TWO : BigDecimal.ONE);
    }

    /// Read request units.
    public BigDecimal readUnits() {
        BigDecimal factor = transactional ? BigDecimal.TWO : stale ? HALF : BigDecimal.ONE;
        return reads.multiply(Started.steps(itemBytes, READ_BYTES)).multiply(factor);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        String tableClass = infrequentAccess ? ".Standard-IA" : "";
        return new UsageList(tariff)
                .addMillions(DYNAMODB, "ondemand.WRU" + tableClass, writeUnits())
                .addMillions(DYNAMODB, "ondemand.RRU" + tableClass, readUnits())
                .lines();
    }
}
