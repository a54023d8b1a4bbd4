package dev.rockpool.costmodel.workload;

import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.util.List;

/// Interface endpoints: each hour of each in each zone, a started one whole, and each GB, which gets cheaper beyond a
/// petabyte and again beyond five (<https://aws.amazon.com/vpc/pricing/>, seen in 2026).
///
/// @param endpoints services that are reached this way
/// @param zones in which each endpoint stands
/// @param time how long they exist
/// @param bytes processed by all of them
public record InterfaceEndpoints(BigDecimal endpoints, BigDecimal zones, BillableTime time, BigDecimal bytes)
        implements Workload {
    private static final String VPC = "VPC";

    public InterfaceEndpoints {
        Started.notNegative("endpoints", endpoints);
        Started.notNegative("zones", zones);
        Started.notNegative("bytes", bytes);
    }

    @Override
    public List<UsageLine> lines(Tariff tariff) {
        BigDecimal hours = endpoints.multiply(zones).multiply(Started.hours(time));
        return new UsageList(tariff)
                .add(VPC, "interface_endpoint.hour_per_AZ", hours)
                .addBytes(VPC, "interface_endpoint.data", bytes)
                .lines();
    }
}
