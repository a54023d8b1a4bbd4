package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Fargate tasks: processors, memory, and disk above 20 GB, each times the task's time, in started seconds, at least a
/// minute (<https://aws.amazon.com/fargate/pricing/>, seen in 2026; prices of the offer AmazonECS, 2026-07-07).
///
/// @param tasks run in the month
/// @param duration of one
/// @param processors vCPU of one
/// @param memoryGigabytes of one
/// @param diskGigabytes of one
/// @param arm whether they run on ARM, otherwise on x86
public record ContainerTasks(
        BigDecimal tasks,
        Duration duration,
        BigDecimal processors,
        BigDecimal memoryGigabytes,
        BigDecimal diskGigabytes,
        boolean arm)
        implements Workload {
    /// Each task has so much disk without charge.
    public static final BigDecimal FREE_DISK_GIGABYTES = new BigDecimal(20);

    private static final String FARGATE = "Fargate";
    private static final Duration LEAST = Duration.ofMinutes(1);

    public ContainerTasks {
        Started.notNegative("tasks", tasks);
        Started.notNegative("duration", duration);
        Started.notNegative("processors", processors);
        Started.notNegative("memoryGigabytes", memoryGigabytes);
        Started.notNegative("diskGigabytes", diskGigabytes);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        BigDecimal hours = Started.runs(tasks, duration, LEAST).hours();
        String kind = arm ? "ARM" : "x86";
        BigDecimal disk = diskGigabytes.subtract(FREE_DISK_GIGABYTES).max(BigDecimal.ZERO);
        return new UsageList(tariff)
                .add(FARGATE, kind + " vCPU", hours.multiply(processors))
                .add(FARGATE, kind + " memory", hours.multiply(memoryGigabytes))
                .add(FARGATE, "ephemeral >20GB", hours.multiply(disk))
                .lines();
    }
}
