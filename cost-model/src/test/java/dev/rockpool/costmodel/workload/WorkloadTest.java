package dev.rockpool.costmodel.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PriceSchedule;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.costmodel.stream.StreamDesign;
import dev.rockpool.costmodel.stream.StreamMode;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import dev.rockpool.kernel.Seed;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// The rules that round, at their edges.
final class WorkloadTest {
    private static final PriceBook BOOK = PriceBook.shipped();
    private static final Tariff TARIFF = new Tariff(BOOK, "us-east-1", BillingMonth.OF_730_HOURS);
    private static final BigDecimal MILLION = new BigDecimal(1_000_000);
    private static final BigDecimal GIGABYTE = new BigDecimal(1L << 30);

    @Test
    void everyItemOfThePriceBookIsAQuantityTimesAPrice() {
        for (PriceSchedule schedule : BOOK.schedules()) {
            PricedItem item =
                    new PricedItem(schedule.key().service(), schedule.key().item(), BigDecimal.TWO);
            Tariff tariff = new Tariff(BOOK, schedule.key().region(), BillingMonth.OF_730_HOURS);
            assertThat(total(item, tariff).amount())
                    .as("%s", schedule.key())
                    .isEqualByComparingTo(schedule.tiers().getFirst().price().multiply(BigDecimal.TWO));
        }
    }

    @Test
    void requestsAreChargedAtTheRateOfTheirClassAndListsAsStandardWrites() {
        assertThat(shown(new ObjectRequests(
                        "STANDARD_IA", number("2000"), number("3000"), number("1000"), GIGABYTE, GIGABYTE)))
                .containsExactly(
                        "request.PUT_COPY_POST_LIST.STANDARD_IA 2",
                        "request.GET_SELECT_other.STANDARD_IA 3",
                        "request.PUT_COPY_POST_LIST.STANDARD 1",
                        "retrieval.STANDARD_IA 1");
        assertThat(shown(new ObjectRequests(
                        "STANDARD", number("1"), BigDecimal.ZERO, BigDecimal.ZERO, GIGABYTE, GIGABYTE)))
                .containsExactly("request.PUT_COPY_POST_LIST.STANDARD 0.001");
        assertThat(shown(new ObjectRequests(
                        "EXPRESS_ONEZONE", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, GIGABYTE, GIGABYTE)))
                .containsExactly("express.data_upload_per_GB 1", "express.data_retrieval_per_GB 1");
    }

    @Test
    void aRestoreIsARequestItsBytesAndACopyForSomeDays() {
        Tariff april = new Tariff(BOOK, "us-east-1", new BillingMonth(Duration.ofDays(30)));
        Restores restores = new Restores("DEEP_ARCHIVE", "Bulk", number("1000"), GIGABYTE, Duration.ofDays(3));
        assertThat(shown(restores.lines(april)))
                .containsExactly(
                        "retrieval_request.DEEP_ARCHIVE.Bulk 1",
                        "retrieval.DEEP_ARCHIVE.Bulk 1",
                        "storage.STANDARD 0.1");
    }

    @Test
    void bytesBetweenZonesAreBilledTwiceAndAPairOfRegionsByItsOwnPrice() {
        assertThat(shown(new Transfer(GIGABYTE, GIGABYTE, GIGABYTE, "us-east-2")))
                .containsExactly(
                        "out_to_internet 1", "intra_region cross-AZ 2", "inter_region us-east-1 -> us-east-2 1");
        assertThat(shown(new Transfer(BigDecimal.ZERO, BigDecimal.ZERO, GIGABYTE, "eu-west-1")))
                .containsExactly("out_to_other_regions 1");
    }

    @Test
    void theFirstTwoRotationsCostAndNoLaterOne() {
        assertThat(total(new EncryptionKeys(number("3"), 0, BigDecimal.ZERO, BigDecimal.ZERO), TARIFF))
                .isEqualTo(Money.usd("3"));
        assertThat(total(new EncryptionKeys(number("3"), 1, BigDecimal.ZERO, BigDecimal.ZERO), TARIFF))
                .isEqualTo(Money.usd("6"));
        for (long rotations = 2; rotations < 9; rotations++) {
            assertThat(total(new EncryptionKeys(number("3"), rotations, BigDecimal.ZERO, BigDecimal.ZERO), TARIFF))
                    .isEqualTo(Money.usd("9"));
        }
        assertThatThrownBy(() -> new EncryptionKeys(number("1"), 0, MILLION, BigDecimal.ONE))
                .hasMessage("savedByBucketKey is 0 to 0.99, not 1.");
    }

    @Test
    void aStartedHourIsWhole() {
        BillableTime hourAndMore = BillableTime.ofMilliseconds(3_600_001);
        assertThat(shown(new NatGateways(number("2"), hourAndMore, BigDecimal.ZERO)))
                .containsExactly("nat_gateway.hour 4");
        assertThat(shown(new NatGateways(number("2"), BillableTime.ofHours(1), GIGABYTE)))
                .containsExactly("nat_gateway.hour 2", "nat_gateway.data_processed 1");
        assertThat(shown(new InterfaceEndpoints(number("2"), number("3"), hourAndMore, BigDecimal.ZERO)))
                .containsExactly("interface_endpoint.hour_per_AZ 12");
    }

    @Test
    void interfaceEndpointsGetCheaperBeyondAPetabyte() {
        BigDecimal petabyteAndOne = GIGABYTE.multiply(new BigDecimal(1_000_001));
        assertThat(total(
                        new InterfaceEndpoints(BigDecimal.ZERO, BigDecimal.ZERO, BillableTime.NONE, petabyteAndOne),
                        TARIFF))
                .isEqualTo(Money.usd("10000.006"));
    }

    @Test
    void firehoseBillsStartedStepsOfFiveKilobytes() {
        LongFunction<BigDecimal> billed = bytes ->
                delivery(DeliveryStream.Source.DIRECT_PUT_OR_DATA_STREAM, bytes).billedBytes();
        assertThat(billed.apply(1)).isEqualByComparingTo("5120");
        assertThat(billed.apply(5_120)).isEqualByComparingTo("5120");
        assertThat(billed.apply(5_121)).isEqualByComparingTo("10240");
        assertThat(delivery(DeliveryStream.Source.MSK, 1_000).billedBytes()).isEqualByComparingTo("1000");
        assertThat(delivery(DeliveryStream.Source.VENDED_LOGS, 1).billedBytes()).isEqualByComparingTo("1");
        assertThat(shown(new DeliveryStream(
                        DeliveryStream.Source.DIRECT_PUT_OR_DATA_STREAM,
                        new BigDecimal(1L << 20),
                        1_024,
                        true,
                        true,
                        number("500"))))
                .containsExactly(
                        "ingest direct_PUT/KDS 5",
                        "format_conversion 5",
                        "dynamic_partitioning per GB 5",
                        "dynamic_partitioning per object 0.5");
    }

    @Test
    void tablesCountWritesByTheKilobyteAndReadsByFour() {
        TableRequests strong = new TableRequests(false, 1_025, MILLION, MILLION, false, false);
        assertThat(shown(strong)).containsExactly("ondemand.WRU 2", "ondemand.RRU 1");
        assertThat(shown(new TableRequests(false, 4_097, MILLION, MILLION, false, true)))
                .containsExactly("ondemand.WRU 5", "ondemand.RRU 1");
        assertThat(shown(new TableRequests(true, 4_096, MILLION, MILLION, true, true)))
                .containsExactly("ondemand.WRU.Standard-IA 8", "ondemand.RRU.Standard-IA 2");
    }

    @Test
    void aStartedMillisecondMegabyteOrChunkIsWhole() {
        assertThat(shown(new FunctionInvocations(MILLION, Duration.ofNanos(1), 1_024)))
                .containsExactly("requests 1", "duration x86 1000");
        assertThat(shown(new ExpressWorkflows(new BigDecimal(160), Duration.ofMillis(101), 65)))
                .containsExactly("express.request 0.00016", "express.duration 4");
        assertThat(shown(new AthenaQueries(new BigDecimal(1 << 20), 1))).containsExactly("sql.data_scanned 10");
        assertThat(shown(new AthenaQueries(new BigDecimal(1 << 20), (10L << 20) + 1)))
                .containsExactly("sql.data_scanned 11");
        assertThat(shown(new QueueRequests(MILLION, 0))).containsExactly("standard first 100e9 1");
        assertThat(shown(new QueueRequests(MILLION, 65_536))).containsExactly("standard first 100e9 1");
        assertThat(shown(new QueueRequests(MILLION, 65_537))).containsExactly("standard first 100e9 2");
    }

    @Test
    void shortRunsAreBilledTheirLeast() {
        assertThat(shown(new GlueJobs(number("60"), Duration.ofSeconds(1), number("2"), true)))
                .containsExactly("ETL flex 2");
        assertThat(shown(new WarehouseQueries(number("60"), Duration.ofMillis(60_001), number("8"))))
                .containsExactly("serverless.RPU 8.133333333336");
        assertThat(shown(new ContainerTasks(
                        number("60"), Duration.ofSeconds(2), BigDecimal.ONE, number("4"), number("30"), true)))
                .containsExactly("ARM vCPU 1", "ARM memory 4", "ephemeral >20GB 10");
        assertThat(shown(new ContainerTasks(
                        number("60"), Duration.ofSeconds(2), BigDecimal.ONE, number("4"), number("20"), false)))
                .containsExactly("x86 vCPU 1", "x86 memory 4");
    }

    @Test
    void aFlinkApplicationHasAUnitThatOrchestrates() {
        assertThat(shown(new FlinkApplication(BigDecimal.TWO, BigDecimal.ONE, Duration.ofHours(730))))
                .containsExactly("KPU_hour 2190", "running_storage 100");
        assertThat(shown(new FlinkApplication(BigDecimal.ONE, number("6"), Duration.ofMinutes(1)))
                        .getFirst())
                .isEqualTo("KPU_hour 2");
        assertThat(shown(new FlinkApplication(BigDecimal.ZERO, number("6"), Duration.ofMinutes(1))))
                .isEmpty();
    }

    @Test
    void theCatalogCountsWhatLiesAboveAMillion() {
        assertThat(shown(new CatalogEntries(new BigDecimal(1_100_000), MILLION)))
                .containsExactly("catalog.objects above 1e6 free 1");
        assertThat(shown(new CatalogEntries(BigDecimal.ONE, new BigDecimal(3_000_000))))
                .containsExactly("catalog.requests above 1e6 free 2");
    }

    @Test
    void aStreamIsBilledAsItsOwnModelSays() {
        StreamDesign design =
                new StreamDesign(StreamMode.PROVISIONED, 10, number("100"), 1_000, 1, 0, Duration.ofHours(24));
        assertThat(shown(new StreamTraffic(design)))
                .containsExactly("provisioned.shard_hour 7300", "provisioned.put_payload_unit_25KB 262.8");
    }

    @Test
    void aRegionWithoutAPriceIsRefused() {
        Tariff saoPaulo = new Tariff(BOOK, "sa-east-1", BillingMonth.OF_730_HOURS);
        assertThatThrownBy(() -> total(new NatGateways(number("1"), BillableTime.ofHours(1), GIGABYTE), saoPaulo))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "region: VPC \"nat_gateway.hour\" has no price in \"sa-east-1\"; near matches:");
    }

    @Test
    void moreOfAnythingNeverBillsLess() {
        RandomGenerator random = new Seed(11).derive("workloads");
        for (int trial = 0; trial < 300; trial++) {
            long size = random.nextLong(1, 100_000);
            long more = size + random.nextLong(0, 100_000);
            BigDecimal count = BigDecimal.valueOf(random.nextLong(0, 1_000_000), 2);
            assertMonotone(size, more, bytes -> delivery(DeliveryStream.Source.DIRECT_PUT_OR_DATA_STREAM, bytes));
            assertMonotone(size, more, bytes -> new TableRequests(false, bytes, count, count, false, true));
            assertMonotone(size, more, bytes -> new QueueRequests(count, bytes));
            assertMonotone(size, more, bytes -> new AthenaQueries(count, bytes << 10));
            assertMonotone(size, more, ms -> new FunctionInvocations(count, Duration.ofMillis(ms), 512));
            assertMonotone(size, more, ms -> new GlueJobs(count, Duration.ofMillis(ms), number("2"), false));
            assertMonotone(
                    size, more, ms -> new NatGateways(number("1"), BillableTime.ofMilliseconds(ms * 1_000), GIGABYTE));
            assertMonotone(
                    size,
                    more,
                    bytes -> new Transfer(GIGABYTE.multiply(BigDecimal.valueOf(bytes)), GIGABYTE, GIGABYTE, ""));
        }
    }

    private static void assertMonotone(long less, long more, LongFunction<Workload> workload) {
        assertThat(total(workload.apply(more), TARIFF))
                .as("%s and %s", workload.apply(less), workload.apply(more))
                .isGreaterThanOrEqualTo(total(workload.apply(less), TARIFF));
    }

    @Test
    void nothingIsNegative() {
        assertThatThrownBy(() -> new PricedItem("S3", "x", number("-1"))).hasMessage("quantity is 0 or above, not -1.");
        assertThatThrownBy(() -> new QueueRequests(MILLION, -1)).hasMessage("payloadBytes is 0 or above, not -1.");
        assertThatThrownBy(() -> new GlueJobs(MILLION, Duration.ofSeconds(-1), BigDecimal.ONE, false))
                .hasMessage("duration is 0 or above, not PT-1S.");
    }

    private static DeliveryStream delivery(DeliveryStream.Source source, long bytes) {
        return new DeliveryStream(source, BigDecimal.ONE, bytes, false, false, BigDecimal.ZERO);
    }

    private static Money total(Workload workload, Tariff tariff) {
        return new Biller(tariff.book()).bill(workload.lines(tariff)).total();
    }

    private static List<String> shown(Workload workload) {
        return shown(workload.lines(TARIFF));
    }

    private static List<String> shown(List<UsageLine> lines) {
        return lines.stream()
                .map(line -> line.item() + " " + Decimals.plain(line.quantity()))
                .toList();
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }
}
