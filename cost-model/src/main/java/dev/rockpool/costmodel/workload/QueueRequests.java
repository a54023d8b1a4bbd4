package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.List;

/// Requests to a standard SQS queue; each started 64 KB of a payload is a request
/// (<https://aws.amazon.com/sqs/pricing/>, seen in 2026). Sending, receiving and deleting are a request each.
///
/// @param requests of the month
/// @param payloadBytes of one; 0 for one without, such as a deletion
public record QueueRequests(BigDecimal requests, long payloadBytes) implements Workload {
    /// The bytes of one billed request.
    public static final long CHUNK_BYTES = 64L << 10;

    public QueueRequests {
        Started.notNegative("requests", requests);
        Started.notNegative("payloadBytes", payloadBytes);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        return new UsageList(tariff)
                .addMillions("SQS", "standard first 100e9", requests.multiply(Started.steps(payloadBytes, CHUNK_BYTES)))
                .lines();
    }
}
