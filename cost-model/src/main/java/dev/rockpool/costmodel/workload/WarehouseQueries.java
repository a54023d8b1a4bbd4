package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Redshift Serverless: processing units times the time in which the warehouse works, in started seconds, at least a
/// minute each time it wakes (<https://aws.amazon.com/redshift/pricing/>, 2026-10-04).
///
/// @param wakings how often it goes from idle to work
/// @param duration how long it works each time
/// @param units its base capacity in RPU
public record WarehouseQueries(BigDecimal wakings, Duration duration, BigDecimal units) implements Workload {
    private static final Duration LEAST = Duration.ofMinutes(1);

    public WarehouseQueries {
        Started.notNegative("wakings", wakings);
        Started.notNegative("duration", duration);
        Started.notNegative("units", units);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        BigDecimal hours = Started.runs(wakings, duration, LEAST).hours();
        return new UsageList(tariff)
                .add("Redshift", "serverless.RPU", hours.multiply(units))
                .lines();
    }
}
