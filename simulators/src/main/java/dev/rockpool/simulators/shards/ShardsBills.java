package dev.rockpool.simulators.shards;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.ByteTime;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.stream.StreamBilling;
import dev.rockpool.costmodel.stream.StreamDesign;
import dev.rockpool.costmodel.stream.StreamMode;
import dev.rockpool.costmodel.stream.StreamUsage;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a run costs, and what a month at its rate would cost in either mode.
///
/// Prices of us-east-1, a month of 730 hours, 24 hours of retention. Throttled records cost nothing.
final class ShardsBills {
    /// Digits after the point of a rate, in records a second.
    private static final int RATE_DECIMALS = 6;

    private static final long MILLIS = 1_000;

    private ShardsBills() {}

    /// The bill of the run itself, by its seconds.
    static Bill ofRun(Standing run) {
        int recordBytes = run.scenario().recordBytes();
        BigDecimal accepted = BigDecimal.valueOf(run.totals().accepted());
        return billing()
                .bill(
                        switch (run.scenario().mode()) {
                            case PROVISIONED ->
                                new StreamUsage.Provisioned(
                                        time(run.shardSeconds()),
                                        accepted.multiply(BigDecimal.valueOf(StreamBilling.payloadUnits(recordBytes))),
                                        BillableTime.NONE,
                                        ByteTime.NONE,
                                        BigDecimal.ZERO,
                                        time(run.consumerShardSeconds()),
                                        BigDecimal.valueOf(run.fanOutBytes()));
                            case ON_DEMAND ->
                                new StreamUsage.OnDemand(
                                        time(run.second()),
                                        accepted.multiply(BigDecimal.valueOf(StreamBilling.billedBytesIn(recordBytes))),
                                        BigDecimal.valueOf(run.sharedBytes()),
                                        BigDecimal.valueOf(run.fanOutBytes()),
                                        ByteTime.NONE,
                                        ByteTime.NONE);
                        });
    }

    /// The bill of a month in the scenario's own mode.
    static Bill monthly(Standing run) {
        return switch (run.scenario().mode()) {
            case PROVISIONED -> monthlyProvisioned(run);
            case ON_DEMAND -> monthlyOnDemand(run);
        };
    }

    /// The bill of a month of the accepted traffic on the shards that are open now.
    static Bill monthlyProvisioned(Standing run) {
        return billing().monthly(design(run, StreamMode.PROVISIONED));
    }

    /// The bill of a month of the accepted traffic, paid by volume.
    static Bill monthlyOnDemand(Standing run) {
        return billing().monthly(design(run, StreamMode.ON_DEMAND));
    }

    private static StreamDesign design(Standing run, StreamMode mode) {
        BigDecimal rate = run.second() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(run.totals().accepted())
                        .divide(BigDecimal.valueOf(run.second()), RATE_DECIMALS, RoundingMode.HALF_EVEN);
        return new StreamDesign(
                mode,
                run.openShards(),
                rate,
                run.scenario().recordBytes(),
                run.sharedConsumers(),
                run.fanOutConsumers(),
                StreamDesign.BASE_RETENTION);
    }

    private static BillableTime time(long seconds) {
        return BillableTime.ofMilliseconds(seconds * MILLIS);
    }

    private static StreamBilling billing() {
        return new StreamBilling(PricesInForce.book(), "us-east-1", BillingMonth.OF_730_HOURS);
    }
}
