package dev.rockpool.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.ByteTime;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.stream.StreamBilling;
import dev.rockpool.streamengine.AccountCommitment;
import dev.rockpool.streamengine.ConsumerName;
import dev.rockpool.streamengine.HashKeyRange;
import dev.rockpool.streamengine.SequenceNumber;
import dev.rockpool.streamengine.Shard;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamEvent;
import dev.rockpool.streamengine.StreamMode;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.ThrottleCause;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Every expected number is worked out by hand from the prices of us-east-1, September 2026.
final class StreamUsageMeterTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final StreamName ORDERS = new StreamName("orders");
    private static final StreamName CLICKS = new StreamName("clicks");
    private static final long GIB = 1L << 30;
    private static final StreamBilling BILLING =
            new StreamBilling(PriceBook.shipped(), "us-east-1", BillingMonth.OF_730_HOURS);

    private final StreamUsageMeter meter = new StreamUsageMeter(START);

    @Test
    void provisionedStreamPaysForShardsAndPayloadUnits() {
        created(ORDERS, StreamMode.PROVISIONED, 2);
        // A thousand records of 30 KiB: two units of 25 KiB each.
        put(hour(1), ORDERS, StreamMode.PROVISIONED, 1_000, 30 << 10);
        meter.happened(new StreamEvent.PutThrottled(hour(1), ORDERS, new ShardId(0), ThrottleCause.BYTES, 5, 500));

        MeterReading reading = meter.read(hour(10));
        assertThat(reading.provisioned().shardTime()).isEqualTo(BillableTime.ofHours(20));
        assertThat(reading.provisioned().payloadUnits()).isEqualByComparingTo("2000");
        assertThat(reading.bill(BILLING).lines())
                .extracting(BillLine::arithmetic)
                .containsExactly(
                        "20 shard-hour × 0.015 USD = 0.3 USD", "0.002 (of 1e6 units) × 0.014 USD = 0.000028 USD");
        assertThat(reading.bill(BILLING).total().plain()).isEqualTo("0.300028");
    }

    @Test
    void fanOutPaysByConsumerShardAndByte() {
        created(ORDERS, StreamMode.PROVISIONED, 2);
        ConsumerName dashboard = new ConsumerName("dashboard");
        meter.happened(new StreamEvent.ConsumerRegistered(hour(2), ORDERS, dashboard, 1));
        read(hour(3), ORDERS, Optional.of(dashboard), StreamMode.PROVISIONED, GIB, 0);
        read(hour(3), ORDERS, Optional.empty(), StreamMode.PROVISIONED, GIB, 0);
        meter.happened(new StreamEvent.ConsumerDeregistered(hour(6), ORDERS, dashboard, 0));

        // 20 shard-hours 0.30, 8 consumer-shard-hours 0.12, 1 GB 0.013.
        MeterReading reading = meter.read(hour(10));
        assertThat(reading.provisioned().fanOutConsumerShardTime()).isEqualTo(BillableTime.ofHours(8));
        assertThat(reading.bill(BILLING).total().plain()).isEqualTo("0.433");
    }

    @Test
    void aSplitShardPaysUntilItCloses() {
        created(ORDERS, StreamMode.PROVISIONED, 1);
        meter.happened(new StreamEvent.ShardClosed(hour(1), ORDERS, shard(0), 0));
        opened(hour(1), ORDERS, 1, 1);
        opened(hour(1), ORDERS, 2, 2);
        assertThat(meter.read(hour(2)).provisioned().shardTime()).isEqualTo(BillableTime.ofHours(3));
        meter.happened(new StreamEvent.ShardExpired(hour(30), ORDERS, new ShardId(0)));
        assertThat(meter.read(hour(2)).provisioned().shardTime()).isEqualTo(BillableTime.ofHours(3));
    }

    @Test
    void onDemandPaysForTimeAndVolume() {
        meter.happened(new StreamEvent.StreamCreated(START, CLICKS, StreamMode.ON_DEMAND, 24));
        opened(START, CLICKS, 0, 4);
        meter.happened(new StreamEvent.StreamActive(START, CLICKS));
        // 2²⁰ records of 100 bytes are billed as 1 KiB each: 1 GB in.
        put(hour(1), CLICKS, StreamMode.ON_DEMAND, 1 << 20, 100);
        read(hour(1), CLICKS, Optional.empty(), StreamMode.ON_DEMAND, 2 * GIB, 0);
        read(hour(1), CLICKS, Optional.of(new ConsumerName("d")), StreamMode.ON_DEMAND, GIB, 0);

        // 5 stream-hours 0.20, 1 GB in 0.08, 2 GB out 0.08, 1 GB fan-out 0.05.
        assertThat(meter.read(hour(5)).bill(BILLING).total().plain()).isEqualTo("0.41");
    }

    @Test
    void aChangeOfModeChangesWhatIsCounted() {
        created(ORDERS, StreamMode.PROVISIONED, 3);
        meter.happened(new StreamEvent.ModeChanged(hour(2), ORDERS, StreamMode.PROVISIONED, StreamMode.ON_DEMAND));
        MeterReading reading = meter.read(hour(5));
        assertThat(reading.provisioned().shardTime()).isEqualTo(BillableTime.ofHours(6));
        assertThat(reading.onDemand().streamTime()).isEqualTo(BillableTime.ofHours(3));
    }

    @Test
    void longerRetentionPaysByShardUpToSevenDaysAndByByteBeyond() {
        created(ORDERS, StreamMode.PROVISIONED, 1);
        meter.happened(new StreamEvent.RetentionChanged(START, ORDERS, 24, 240));
        put(START, ORDERS, StreamMode.PROVISIONED, 1 << 20, 1 << 10);

        assertThat(meter.read(day(7)).provisioned().longTermStored()).isEqualTo(ByteTime.NONE);
        MeterReading eighth = meter.read(day(8));
        assertThat(eighth.provisioned().extendedRetentionShardTime()).isEqualTo(BillableTime.ofHours(8 * 24));
        assertThat(eighth.provisioned().longTermStored()).isEqualTo(gigabytes(Duration.ofDays(1)));
        // The record is gone after ten days.
        assertThat(meter.read(day(12)).provisioned().longTermStored()).isEqualTo(gigabytes(Duration.ofDays(3)));

        read(day(9), ORDERS, Optional.empty(), StreamMode.PROVISIONED, GIB, GIB);
        // 192 shard-hours 2.88, a payload unit a record 0.014680064, extended 3.84.
        assertThat(eighth.bill(BILLING).lines())
                .extracting(BillLine::arithmetic)
                .first()
                .isEqualTo("192 shard-hour × 0.015 USD = 2.88 USD");
        assertThat(meter.read(day(9)).provisioned().longTermBytesRead()).isEqualByComparingTo("1073741824");
    }

    @Test
    void onDemandStorageIsSplitAtSevenDays() {
        meter.happened(new StreamEvent.StreamCreated(START, CLICKS, StreamMode.ON_DEMAND, 240));
        opened(START, CLICKS, 0, 4);
        put(START, CLICKS, StreamMode.ON_DEMAND, 1 << 20, 1 << 10);
        MeterReading reading = meter.read(day(20));
        assertThat(reading.onDemand().extendedStored()).isEqualTo(gigabytes(Duration.ofDays(6)));
        assertThat(reading.onDemand().longTermStored()).isEqualTo(gigabytes(Duration.ofDays(3)));
    }

    @Test
    void shorterRetentionEndsStorageAtOnce() {
        meter.happened(new StreamEvent.StreamCreated(START, CLICKS, StreamMode.ON_DEMAND, 240));
        put(START, CLICKS, StreamMode.ON_DEMAND, 1 << 20, 1 << 10);
        meter.happened(new StreamEvent.RetentionChanged(day(3), CLICKS, 240, 24));
        assertThat(meter.read(day(9)).onDemand().extendedStored()).isEqualTo(gigabytes(Duration.ofDays(2)));
        meter.happened(new StreamEvent.RetentionChanged(day(4), CLICKS, 24, 240));
        assertThat(meter.read(day(9)).onDemand().extendedStored()).isEqualTo(gigabytes(Duration.ofDays(2)));
    }

    @Test
    void putsOfOneMinuteCountAtTheirMean() {
        meter.happened(new StreamEvent.StreamCreated(START, CLICKS, StreamMode.ON_DEMAND, 240));
        for (int second = 0; second < 60; second += 20) {
            put(START.plusSeconds(second), CLICKS, StreamMode.ON_DEMAND, 1, 1 << 10);
        }
        put(START.plusSeconds(90), CLICKS, StreamMode.ON_DEMAND, 0, 1);
        // Two days after the mean of 0, 20 and 40 s.
        assertThat(meter.read(day(2).plusSeconds(20)).onDemand().extendedStored())
                .isEqualTo(ByteTime.of(new BigDecimal(3 << 10), BillableTime.of(Duration.ofDays(1))));
    }

    @Test
    void deletedStreamCostsNoMoreAndIsNotForgotten() {
        created(ORDERS, StreamMode.PROVISIONED, 2);
        meter.happened(new StreamEvent.StreamDeleted(hour(3), ORDERS));
        created(hour(5), ORDERS, StreamMode.PROVISIONED, 1);
        assertThat(meter.read(hour(6)).provisioned().shardTime()).isEqualTo(BillableTime.ofHours(7));
    }

    @Test
    void readingChangesNothing() {
        created(ORDERS, StreamMode.PROVISIONED, 2);
        put(hour(1), ORDERS, StreamMode.PROVISIONED, 10, 100);
        MeterReading first = meter.read(hour(4));
        assertThat(meter.read(hour(4))).isEqualTo(first);
        assertThat(meter.read(hour(4)).length()).isEqualTo(Duration.ofHours(4));
        meter.read(hour(9));
        meter.happened(new StreamEvent.ReadThrottled(hour(5), ORDERS, new ShardId(0), ThrottleCause.COUNT));
        opened(hour(5), ORDERS, 2, 3);
        assertThat(meter.read(hour(6)).provisioned().shardTime()).isEqualTo(BillableTime.ofHours(13));
    }

    @Test
    void aMonthAtTheRateOfAnHour() {
        created(ORDERS, StreamMode.PROVISIONED, 10);
        MeterReading before = meter.read(hour(1));
        put(hour(1), ORDERS, StreamMode.PROVISIONED, 1_000_000, 100);
        MeterReading hour = meter.read(hour(2)).since(before);
        assertThat(hour.from()).isEqualTo(hour(1));
        assertThat(hour.provisioned().shardTime()).isEqualTo(BillableTime.ofHours(10));
        // 7,300 shard-hours 109.50, 730 million units 10.22.
        assertThat(hour.monthly(BILLING).total().plain()).isEqualTo("119.72");
        assertThat(hour.over(Duration.ofMinutes(6)).provisioned().payloadUnits())
                .isEqualByComparingTo("100000");
    }

    @Test
    void anAccountThatCommittedItselfPaysTheMinimumUntilTheCommitmentEnds() {
        created(ORDERS, StreamMode.ON_DEMAND, 4);
        put(hour(1), ORDERS, StreamMode.ON_DEMAND, 1 << 20, 1 << 10);
        AccountCommitment made = new AccountCommitment(Optional.of(hour(10)), Optional.empty());
        meter.committed(hour(10), made);
        assertThat(meter.read(hour(11)).advantage().committed()).isEqualTo(BillableTime.ofHours(1));
        put(hour(11), ORDERS, StreamMode.ON_DEMAND, 1 << 20, 1 << 10);
        meter.committed(hour(12), new AccountCommitment(made.startedAt(), Optional.of(hour(12))));
        put(hour(40), ORDERS, StreamMode.ON_DEMAND, 1 << 20, 1 << 10);

        MeterReading reading = meter.read(hour(44));
        assertThat(reading.onDemand().streamTime()).isEqualTo(BillableTime.ofHours(20));
        assertThat(reading.onDemand().billedBytesIn()).isEqualByComparingTo(BigDecimal.valueOf(2 * GIB));
        assertThat(reading.advantage().committed()).isEqualTo(BillableTime.ofHours(24));
        assertThat(reading.advantage().billedBytesIn()).isEqualByComparingTo(BigDecimal.valueOf(GIB));
        // 20 stream-hours 0.80, 2 GB in 0.16; 24 hours at 25 MiB a second are 2,109.375 GB: in 67.50, out 33.75.
        assertThat(reading.bill(BILLING).total().plain()).isEqualTo("102.21");
    }

    @Test
    void aReadingOfNoTimeHasNoRate() {
        MeterReading nothing = meter.read(START);
        assertThatThrownBy(() -> nothing.monthly(BILLING)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new MeterReading(
                        hour(1), START, nothing.provisioned(), nothing.onDemand(), nothing.advantage()))
                .hasMessageContaining("before its beginning");
    }

    private void created(StreamName stream, StreamMode mode, int shards) {
        created(START, stream, mode, shards);
    }

    private void created(Instant at, StreamName stream, StreamMode mode, int shards) {
        meter.happened(new StreamEvent.StreamCreated(at, stream, mode, 24));
        for (int index = 0; index < shards; index++) {
            opened(at, stream, index, index + 1);
        }
    }

    private void opened(Instant at, StreamName stream, int index, int openShards) {
        meter.happened(new StreamEvent.ShardOpened(at, stream, shard(index), openShards));
    }

    private void put(Instant at, StreamName stream, StreamMode mode, int records, int bytes) {
        meter.happened(new StreamEvent.RecordsPut(
                at,
                stream,
                new ShardId(0),
                mode,
                records,
                (long) records * bytes,
                records * StreamBilling.payloadUnits(bytes),
                records * StreamBilling.billedBytesIn(bytes)));
    }

    private void read(
            Instant at, StreamName stream, Optional<ConsumerName> consumer, StreamMode mode, long bytes, long old) {
        meter.happened(new StreamEvent.RecordsRead(at, stream, new ShardId(0), consumer, mode, 1, bytes, old, 0));
    }

    private static Shard shard(int index) {
        return new Shard(
                new ShardId(index),
                Optional.empty(),
                Optional.empty(),
                HashKeyRange.ALL,
                SequenceNumber.parse("49546986683135544286507457936321625675700192471156785154"),
                Optional.empty(),
                START,
                Optional.empty());
    }

    private static ByteTime gigabytes(Duration time) {
        return ByteTime.of(new BigDecimal(GIB), BillableTime.of(time));
    }

    private static Instant hour(long hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static Instant day(long days) {
        return START.plus(Duration.ofDays(days));
    }
}
