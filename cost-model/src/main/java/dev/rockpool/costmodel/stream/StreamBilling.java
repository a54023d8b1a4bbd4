package dev.rockpool.costmodel.stream;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.ByteTime;
import dev.rockpool.costmodel.Gigabytes;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.kernel.InputException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Turns what streams did into usage lines and bills.
///
/// @param book the prices
/// @param region where the streams are
/// @param month the month of a GB-month, and the month that [#monthly] foresees
public record StreamBilling(PriceBook book, String region, BillingMonth month) {
    /// The service's name in the price book.
    public static final String SERVICE = "KinesisDataStreams";

    /// Bytes of a full PUT payload unit: 25 KiB.
    public static final long PAYLOAD_UNIT_BYTES = 25L << 10;

    /// Bytes a second that Advantage bills at least, in and again out: 25 MiB.
    public static final BigDecimal ADVANTAGE_LEAST_BYTES_PER_SECOND = new BigDecimal(25L << 20);

    private static final long RECORD_ROUNDING_BYTES = 1L << 10;
    private static final int UNITS_PER_PRICE = 6;

    /// PUT payload units of one record: its bytes in started steps of 25 KiB, at least one.
    ///
    /// @param recordBytes data and partition key, 0 or more
    public static long payloadUnits(long recordBytes) {
        return steps(recordBytes, PAYLOAD_UNIT_BYTES);
    }

    /// Bytes that on-demand bills for one record: rounded up to whole KiB, at least one.
    ///
    /// @param recordBytes data and partition key, 0 or more
    public static long billedBytesIn(long recordBytes) {
        return steps(recordBytes, RECORD_ROUNDING_BYTES) * RECORD_ROUNDING_BYTES;
    }

    /// The usage lines of `usage`, without those of nothing.
    ///
    /// An item stands under the name by which the price book knows it in this region, where names differ.
    public List<UsageLine> lines(StreamUsage usage) {
        List<UsageLine> lines = new ArrayList<>();
        switch (usage) {
            case StreamUsage.Provisioned provisioned -> addProvisioned(provisioned, lines);
            case StreamUsage.OnDemand onDemand -> addOnDemand(onDemand, lines);
            case StreamUsage.OnDemandAdvantage advantage -> addAdvantage(advantage, lines);
        }
        return lines;
    }

    /// The bill of `usage`.
    ///
    /// @throws InputException if a price is not known in this region
    public Bill bill(StreamUsage usage) {
        return new Biller(book).bill(lines(usage));
    }

    /// The bill of a month of `design`.
    ///
    /// Retained bytes are those of a stream that has run longer than its retention: each day adds as much as it
    /// drops. Nothing older than 7 days is read back. On Advantage the stream is the account's only one.
    ///
    /// @throws InputException if a price is not known in this region
    public Bill monthly(StreamDesign design) {
        return bill(usage(design));
    }

    /// What a month of `design` uses, as [#monthly] has it.
    public StreamUsage usage(StreamDesign design) {
        BillableTime time = month.time();
        BigDecimal records = design.recordsPerSecond().multiply(time.seconds());
        BigDecimal bytes = records.multiply(BigDecimal.valueOf(design.recordBytes()));
        BigDecimal sharedOut = bytes.multiply(BigDecimal.valueOf(design.sharedConsumers()));
        BigDecimal enhancedOut = bytes.multiply(BigDecimal.valueOf(design.enhancedConsumers()));
        BigDecimal billedIn = records.multiply(BigDecimal.valueOf(billedBytesIn(design.recordBytes())));
        ByteTime extended = retained(design, StreamDesign.BASE_RETENTION, StreamDesign.EXTENDED_RETENTION);
        ByteTime longTerm = retained(design, StreamDesign.EXTENDED_RETENTION, StreamDesign.LONGEST_RETENTION);
        BillableTime shardTime = time.times(design.shards());
        boolean longer = design.retention().compareTo(StreamDesign.BASE_RETENTION) > 0;
        return switch (design.mode()) {
            case PROVISIONED ->
                new StreamUsage.Provisioned(
                        shardTime,
                        records.multiply(BigDecimal.valueOf(payloadUnits(design.recordBytes()))),
                        longer ? shardTime : BillableTime.NONE,
                        longTerm,
                        BigDecimal.ZERO,
                        shardTime.times(design.enhancedConsumers()),
                        enhancedOut);
            case ON_DEMAND -> new StreamUsage.OnDemand(time, billedIn, sharedOut, enhancedOut, extended, longTerm);
            case ON_DEMAND_ADVANTAGE ->
                new StreamUsage.OnDemandAdvantage(time, billedIn, sharedOut.add(enhancedOut), extended.plus(longTerm));
        };
    }

    /// Bytes of an age between `from` and `to` that a settled stream holds, over the month.
    private ByteTime retained(StreamDesign design, Duration from, Duration to) {
        Duration until = design.retention().compareTo(to) < 0 ? design.retention() : to;
        if (until.compareTo(from) <= 0) {
            return ByteTime.NONE;
        }
        BigDecimal bytesPerSecond = design.recordsPerSecond().multiply(BigDecimal.valueOf(design.recordBytes()));
        BigDecimal held =
                bytesPerSecond.multiply(BillableTime.of(until.minus(from)).seconds());
        return ByteTime.of(held, month.time());
    }

    private void addProvisioned(StreamUsage.Provisioned usage, List<UsageLine> lines) {
        add(lines, usage.shardTime().hours(), "", "provisioned.shard_hour");
        add(lines, usage.payloadUnits().movePointLeft(UNITS_PER_PRICE), "", "provisioned.put_payload_unit_25KB");
        add(lines, usage.extendedRetentionShardTime().hours(), "", "provisioned.extended_retention_24h_7d");
        add(lines, usage.longTermStored().gigabyteMonths(month), "", "provisioned.long_term_retention");
        add(lines, Gigabytes.of(usage.longTermBytesRead()), "", "provisioned.long_term_retrieval");
        add(lines, usage.fanOutConsumerShardTime().hours(), "", "provisioned.EFO_consumer_shard_hour");
        add(lines, Gigabytes.of(usage.fanOutBytesOut()), "", "provisioned.EFO_data");
    }

    private void addOnDemand(StreamUsage.OnDemand usage, List<UsageLine> lines) {
        add(lines, usage.streamTime().hours(), "", "ondemand_standard.stream_hour");
        add(lines, Gigabytes.of(usage.billedBytesIn()), "", "ondemand_standard.data_in");
        add(lines, Gigabytes.of(usage.bytesOut()), "", "ondemand_standard.data_out");
        add(lines, Gigabytes.of(usage.fanOutBytesOut()), "", "ondemand_standard.EFO_data_out");
        add(
                lines,
                usage.extendedStored().gigabyteMonths(month),
                "",
                "ondemand_standard.extended_retention_24h_7d",
                "ondemand_standard.extended_retention");
        add(lines, usage.longTermStored().gigabyteMonths(month), "", "ondemand_standard.long_term_retention");
    }

    private void addAdvantage(StreamUsage.OnDemandAdvantage usage, List<UsageLine> lines) {
        BigDecimal least =
                ADVANTAGE_LEAST_BYTES_PER_SECOND.multiply(usage.committed().seconds());
        addAtLeast(lines, usage.billedBytesIn(), least, "ondemand_advantage.data_in");
        addAtLeast(
                lines, usage.bytesOut(), least, "ondemand_advantage.data_out", "ondemand_advantage.data_out incl EFO");
        add(
                lines,
                usage.stored().gigabyteMonths(month),
                "",
                "ondemand_advantage.extended_retention",
                "ondemand_advantage.extended_or_long_retention");
    }

    private void addAtLeast(List<UsageLine> lines, BigDecimal bytes, BigDecimal least, String... names) {
        add(lines, Gigabytes.of(bytes), "", names);
        BigDecimal shortfall = least.subtract(bytes).max(BigDecimal.ZERO);
        add(lines, Gigabytes.of(shortfall), "shortfall to the minimum of 25 MiB a second", names);
    }

    private void add(List<UsageLine> lines, BigDecimal quantity, String about, String... names) {
        if (quantity.signum() == 0) {
            return;
        }
        String item = names[0];
        for (String name : names) {
            if (book.find(SERVICE, name, region).isPresent()) {
                item = name;
                break;
            }
        }
        lines.add(new UsageLine(SERVICE, item, region, quantity, about));
    }

    private static long steps(long bytes, long step) {
        if (bytes < 0) {
            throw new IllegalArgumentException("A record has 0 or more bytes, not " + bytes + ".");
        }
        return Math.max(1, Math.ceilDiv(bytes, step));
    }
}
