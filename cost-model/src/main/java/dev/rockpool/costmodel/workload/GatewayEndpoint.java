package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.List;

/// A gateway endpoint to S3 or DynamoDB, which costs nothing, by the hour or by the GB
/// (<https://aws.amazon.com/vpc/pricing/>, 2026-07-24).
///
/// @param bytes through it
public record GatewayEndpoint(BigDecimal bytes) implements Workload {
    public GatewayEndpoint {
        Started.notNegative("bytes", bytes);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        return new UsageList(tariff)
                .addBytes("VPC", "gateway_endpoint S3/DynamoDB", bytes)
                .lines();
    }
}
