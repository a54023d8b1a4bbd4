package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.ByteTime;
import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// A managed Flink application: its processing units and one more that orchestrates, each with 50 GB of running
/// storage but the last; ten minutes at least each time it starts
/// (<https://aws.amazon.com/managed-service-apache-flink/pricing/>, 2025).
///
/// @param units KPU that process
/// @param starts of the month
/// @param duration how long it runs after each start
public record FlinkApplication(BigDecimal units, BigDecimal starts, Duration duration) implements Workload {
    private static final String FLINK = "ManagedFlink";
    private static final Duration LEAST = Duration.ofMinutes(10);
    private static final BigDecimal STORAGE_BYTES = new BigDecimal(50L << 30);

    public FlinkApplication {
        Started.notNegative("units", units);
        Started.notNegative("starts", starts);
        Started.notNegative("duration", duration);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        BillableTime time = Started.runs(starts, duration, LEAST);
        BigDecimal orchestrated = units.signum() == 0 ? units : units.add(BigDecimal.ONE);
        return new UsageList(tariff)
                .add(FLINK, "KPU_hour", time.hours().multiply(orchestrated))
                .add(
                        FLINK,
                        "running_storage",
                        ByteTime.of(STORAGE_BYTES.multiply(units), time).gigabyteMonths(tariff.month()))
                .lines();
    }
}
