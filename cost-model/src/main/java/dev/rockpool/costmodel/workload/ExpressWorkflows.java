package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// Express workflows of Step Functions: each execution, and memory times duration, in started 100 ms and started 64 MB
/// (<https://aws.amazon.com/step-functions/pricing/>; prices of the offer AmazonStates, 2025-08-28). A standard
/// workflow is billed by its transitions alone, a [PricedItem].
///
/// @param executions of the month
/// @param duration of one, at most five minutes
/// @param memoryMegabytes that one uses
public record ExpressWorkflows(BigDecimal executions, Duration duration, long memoryMegabytes) implements Workload {
    private static final String STEP_FUNCTIONS = "StepFunctions";
    private static final long STEP_NANOS = 100_000_000L;
    private static final long STEP_MEGABYTES = 64;

    /// A GB-second is 16 × 10 steps of 64 MB and of 100 ms.
    private static final BigDecimal STEPS_A_GIGABYTE_SECOND = new BigDecimal(160);

    public ExpressWorkflows {
        Started.notNegative("executions", executions);
        Started.notNegative("duration", duration);
        Started.notNegative("memoryMegabytes", memoryMegabytes);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        BigDecimal gigabyteSeconds = executions
                .multiply(Started.steps(duration.toNanos(), STEP_NANOS))
                .multiply(Started.steps(memoryMegabytes, STEP_MEGABYTES))
                .divide(STEPS_A_GIGABYTE_SECOND);
        return new UsageList(tariff)
                .addMillions(STEP_FUNCTIONS, "express.request", executions)
                .add(STEP_FUNCTIONS, "express.duration", gigabyteSeconds)
                .lines();
    }
}
