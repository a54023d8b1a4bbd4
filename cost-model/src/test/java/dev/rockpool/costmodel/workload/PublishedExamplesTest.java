package dev.rockpool.costmodel.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.FreeTier;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.UsageLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Worked examples of published texts, within the rounding that they state.
final class PublishedExamplesTest {
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BillingMonth DAYS_30 = new BillingMonth(Duration.ofDays(30));

    /// Firehose pricing page: 100 records a second of 3 KB, 30 days, are 1,235.96 GB and 35.84 USD.
    @Test
    void firehoseRoundsThreeKilobytesToFive() {
        DeliveryStream stream = new DeliveryStream(
                DeliveryStream.Source.DIRECT_PUT_OR_DATA_STREAM,
                new BigDecimal(100L * 30 * 86_400),
                3L << 10,
                false,
                false,
                BigDecimal.ZERO);
        assertThat(quantity(stream, "us-east-1")).isCloseTo(new BigDecimal("1235.96"), within(CENT));
        assertThat(bill("us-east-1", stream)).isCloseTo(new BigDecimal("35.84"), within(CENT));
    }

    /// KMS pricing page: one key, 10,000 files encrypted and read 2,000,000 times, the free tier off: 1.00 and 5.97.
    @Test
    void aKeyWithItsRequests() {
        EncryptionKeys keys = keys("1", 0, "2010000", "0");
        assertThat(bill(FreeTier.shipped(), "us-east-1", keys)).isEqualByComparingTo("6.97");
    }

    /// Lambda pricing page: 3 million requests of 120 ms with 1,536 MB, the free tier off: 2.33 and 0.40.
    @Test
    void aFunction() {
        FunctionInvocations function =
                new FunctionInvocations(new BigDecimal(3_000_000), Duration.ofMillis(120), 1_536);
        assertThat(bill(FreeTier.shipped(), "us-east-1", function)).isCloseTo(new BigDecimal("2.73"), within(CENT));
    }

    /// Step Functions pricing page: 100 million express workflows of 10 s and 62.85 MB are 100.00 for requests and
    /// 382.97 for duration, at prices an hour that are rounded to the hundredth of a cent.
    @Test
    void expressWorkflows() {
        ExpressWorkflows workflows = new ExpressWorkflows(new BigDecimal(100_000_000), Duration.ofSeconds(10), 63);
        assertThat(bill("us-east-1", workflows)).isCloseTo(new BigDecimal("482.97"), within(new BigDecimal("0.10")));
    }

    /// Glue pricing page: a job of 15 minutes on 6 DPU is 0.66.
    @Test
    void aGlueJob() {
        assertThat(bill("us-east-1", new GlueJobs(BigDecimal.ONE, Duration.ofMinutes(15), number("6"), false)))
                .isEqualByComparingTo("0.66");
    }

    /// Fargate pricing page: 5 tasks of 1 vCPU and 2 GB, 10 minutes a day for 30 days: 1.01 and 0.22.
    @Test
    void fargateTasks() {
        ContainerTasks tasks = new ContainerTasks(
                number("150"), Duration.ofMinutes(10), BigDecimal.ONE, BigDecimal.TWO, number("20"), false);
        assertThat(bill("us-east-1", tasks)).isCloseTo(new BigDecimal("1.23"), within(CENT));
    }

    /// Athena pricing page: a query that scans a terabyte is 5.00.
    @Test
    void athena() {
        assertThat(bill("us-east-1", new AthenaQueries(BigDecimal.ONE, 1L << 40)))
                .isEqualByComparingTo("5");
    }

    /// 500 GB a day from S3 through a NAT gateway are 675 in a month of 30 days, and nothing through a gateway
    /// endpoint.
    @Test
    void natAgainstAGatewayEndpoint() {
        BigDecimal bytes = new BigDecimal(15_000L << 30);
        NatGateways nat = new NatGateways(BigDecimal.ZERO, BillableTime.NONE, bytes);
        assertThat(bill("us-east-1", nat)).isEqualByComparingTo("675");
        assertThat(bill("us-east-1", new GatewayEndpoint(bytes))).isEqualByComparingTo("0");
    }

    /// Four interface endpoints in two zones are 64.24 and one NAT gateway 35.04, eu-west-1, 730 hours.
    @Test
    void natAgainstInterfaceEndpoints() {
        BillableTime month = BillingMonth.OF_730_HOURS.time();
        assertThat(bill("eu-west-1", new InterfaceEndpoints(number("4"), number("2"), month, BigDecimal.ZERO)))
                .isEqualByComparingTo("64.24");
        assertThat(bill("eu-west-1", new NatGateways(BigDecimal.ONE, month, BigDecimal.ZERO)))
                .isEqualByComparingTo("35.04");
    }

    /// A bucket key brought 1,500 USD a day to 300: the requests to keys were four fifths of that bill (a published
    /// case); at most it saves 99 in 100 requests.
    @Test
    void aBucketKeySavesRequests() {
        assertThat(bill("us-east-1", keys("0", 0, "500000000", "0"))).isEqualByComparingTo("1500");
        assertThat(bill("us-east-1", keys("0", 0, "500000000", "0.8"))).isEqualByComparingTo("300");
        assertThat(bill("us-east-1", keys("0", 0, "500000000", "0.99"))).isEqualByComparingTo("15");
    }

    private static EncryptionKeys keys(String keys, long rotations, String requests, String saved) {
        return new EncryptionKeys(number(keys), rotations, number(requests), number(saved));
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits);
    }

    private static BigDecimal quantity(Workload workload, String region) {
        List<UsageLine> lines = workload.lines(new Tariff(PriceBook.shipped(), region, DAYS_30));
        assertThat(lines).hasSize(1);
        return lines.getFirst().quantity();
    }

    private static BigDecimal bill(String region, Workload... workloads) {
        return bill(FreeTier.none(), region, workloads);
    }

    private static BigDecimal bill(FreeTier free, String region, Workload... workloads) {
        Tariff tariff = new Tariff(PriceBook.shipped(), region, DAYS_30);
        List<UsageLine> lines = new ArrayList<>();
        for (Workload workload : workloads) {
            lines.addAll(workload.lines(tariff));
        }
        return new Biller(tariff.book(), free).bill(lines).total().amount();
    }
}
