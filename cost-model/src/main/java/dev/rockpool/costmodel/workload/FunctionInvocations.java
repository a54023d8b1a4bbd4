package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Lambda: each invocation, and memory times duration, a started millisecond whole
/// (<https://aws.amazon.com/lambda/pricing/>, 2026-10). A GB of memory is 1,024 MB.
///
/// @param invocations of the month
/// @param duration of one
/// @param memoryMegabytes that the function is given
public record FunctionInvocations(BigDecimal invocations, Duration duration, long memoryMegabytes) implements Workload {
    private static final String LAMBDA = "Lambda";
    private static final BigDecimal MEGABYTES = new BigDecimal(1 << 10);

    public FunctionInvocations {
        Started.notNegative("invocations", invocations);
        Started.notNegative("duration", duration);
        Started.notNegative("memoryMegabytes", memoryMegabytes);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        long milliseconds = Math.ceilDiv(duration.toNanos(), 1_000_000L);
        BigDecimal gigabyteSeconds = invocations
                .multiply(BigDecimal.valueOf(milliseconds, 3))
                .multiply(BigDecimal.valueOf(memoryMegabytes))
                .divide(MEGABYTES);
        return new UsageList(tariff)
                .addMillions(LAMBDA, "requests", invocations)
                .add(LAMBDA, "duration x86", gigabyteSeconds)
                .lines();
    }
}
