package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.List;

/// NAT gateways: each hour of each, a started one whole, and each GB that goes through, in whichever direction
/// (<https://aws.amazon.com/vpc/pricing/>, seen in 2026).
///
/// @param gateways that exist at the same time
/// @param time how long each of them exists
/// @param bytes processed by all of them
public record NatGateways(BigDecimal gateways, BillableTime time, BigDecimal bytes) implements Workload {
    private static final String VPC = "VPC";

    public NatGateways {
        Started.notNegative("gateways", gateways);
        Started.notNegative("bytes", bytes);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        return new UsageList(tariff)
                .add(VPC, "nat_gateway.hour", gateways.multiply(Started.hours(time)))
                .addBytes(VPC, "nat_gateway.data_processed", bytes)
                .lines();
    }
}
