package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Glue jobs: data processing units times time, in started seconds, at least a minute a run
/// (<https://aws.amazon.com/glue/pricing/>, 2026-09-20).
///
/// @param runs of the month
/// @param duration of one
/// @param units data processing units of one
/// @param flexible whether it may wait for spare capacity
public record GlueJobs(BigDecimal runs, Duration duration, BigDecimal units, boolean flexible) implements Workload {
    private static final Duration LEAST = Duration.ofMinutes(1);

    public GlueJobs {
        Started.notNegative("runs", runs);
        Started.notNegative("duration", duration);
        Started.notNegative("units", units);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        BigDecimal hours = Started.runs(runs, duration, LEAST).hours();
        return new UsageList(tariff)
                .add("Glue", flexible ? "ETL flex" : "ETL/Spark/interactive", hours.multiply(units))
                .lines();
    }
}
