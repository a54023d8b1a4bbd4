package dev.rockpool.quiz.streams;

import static dev.rockpool.quiz.TemplateTexts.rule;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.stream.StreamBilling;
import dev.rockpool.costmodel.stream.StreamDesign;
import dev.rockpool.costmodel.stream.StreamMode;
import dev.rockpool.costmodel.stream.StreamUsage;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.TemplateTexts;
import dev.rockpool.quiz.WrongRule;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// What a month of a provisioned stream costs: shard-hours, and PUT payload units of 25 KiB, rounded up per record.
///
/// A wrong rule bills the wrong usage with the right prices, by the same cost model.
public final class MonthlyBill implements Template<MonthlyBill.Month> {
    private static final String REGION = "us-east-1";
    private static final BillingMonth MONTH = BillingMonth.OF_730_HOURS;
    private static final int KIB = 1 << 10;
    private static final int[] RECORD_KIB = {1, 2, 5, 10, 15, 20, 30, 35, 40, 60, 80};
    private static final int MOST_SHARDS = 24;
    private static final int MOST_CONSUMERS = 4;
    private static final int RATE_STEP = 10;
    private static final int MOST_RATE_STEPS = 800;
    private static final long RECORDS_PER_SHARD = 1_000;

    /// A stream is neither idle nor at its limit.
    private static final double LEAST_USE = 0.4;

    private static final double MOST_USE = 0.9;
    private static final long DELIVERY_ROUNDING_BYTES = 5L << 10;
    private static final Duration A_WEEK = Duration.ofDays(7);

    private final TemplateTexts texts = new TemplateTexts(MonthlyBill.class, id());

    /// A month of a stream.
    ///
    /// @param shards provisioned
    /// @param recordsPerSecond accepted, evenly
    /// @param recordKib of every record, partition key included
    /// @param consumers that poll
    public record Month(int shards, long recordsPerSecond, int recordKib, int consumers) {
        long recordBytes() {
            return (long) recordKib * KIB;
        }

        /// How much of the stricter write limit is used.
        double use() {
            return Math.max((double) recordsPerSecond / RECORDS_PER_SHARD, (double) recordsPerSecond * recordKib / KIB)
                    / shards;
        }

        StreamDesign design() {
            return design(StreamMode.PROVISIONED, shards, consumers, 0, StreamDesign.BASE_RETENTION);
        }

        StreamDesign design(StreamMode mode, int openShards, int shared, int fanOut, Duration retention) {
            return new StreamDesign(
                    mode, openShards, BigDecimal.valueOf(recordsPerSecond), recordBytes(), shared, fanOut, retention);
        }

        BigDecimal records() {
            return MONTH.time().seconds().multiply(BigDecimal.valueOf(recordsPerSecond));
        }

        BillableTime shardTime() {
            return MONTH.time().times(shards);
        }
    }

    @Override
    public String id() {
        return "monthly-bill";
    }

    @Override
    public String title() {
        return texts.title();
    }

    @Override
    public Form.Kind kind() {
        return Form.Kind.MULTIPLE_CHOICE;
    }

    @Override
    public Unit unit() {
        return Unit.USD_PER_MONTH;
    }

    @Override
    public Month draw(RandomGenerator random) {
        return new Month(
                random.nextInt(2, MOST_SHARDS + 1),
                (long) RATE_STEP * random.nextInt(1, MOST_RATE_STEPS + 1),
                RECORD_KIB[random.nextInt(RECORD_KIB.length)],
                random.nextInt(1, MOST_CONSUMERS + 1));
    }

    @Override
    public boolean isFair(Month month) {
        return month.use() >= LEAST_USE && month.use() <= MOST_USE;
    }

    @Override
    public BigDecimal answer(Month month) {
        return total(month.design());
    }

    @Override
    public BigDecimal tolerance(BigDecimal answer) {
        return BigDecimal.ZERO;
    }

    @Override
    public List<WrongRule<Month>> wrongRules() {
        return List.of(
                rule("forgot-put-units", month -> total(month.shardTime(), BigDecimal.ZERO)),
                rule("put-units-not-rounded-up", month -> total(month.shardTime(), fractionalUnits(month))),
                rule("one-put-unit-a-record", month -> total(month.shardTime(), month.records())),
                rule("firehose-rounding", month -> total(month.shardTime(), unitsOfFiveKib(month))),
                rule(
                        "one-shard-for-the-stream",
                        month -> total(month.design(
                                StreamMode.PROVISIONED, 1, month.consumers(), 0, StreamDesign.BASE_RETENTION))),
                rule(
                        "forgot-shard-hours",
                        month -> total(BillableTime.NONE, month.records().multiply(unitsOf(month)))),
                rule(
                        "polling-billed-as-fan-out",
                        month -> total(month.design(
                                StreamMode.PROVISIONED,
                                month.shards(),
                                0,
                                month.consumers(),
                                StreamDesign.BASE_RETENTION))),
                rule(
                        "first-day-billed-as-retention",
                        month -> total(
                                month.design(StreamMode.PROVISIONED, month.shards(), month.consumers(), 0, A_WEEK))),
                rule(
                        "billed-as-on-demand",
                        month -> total(month.design(
                                StreamMode.ON_DEMAND,
                                month.shards(),
                                month.consumers(),
                                0,
                                StreamDesign.BASE_RETENTION))));
    }

    private static BigDecimal unitsOf(Month month) {
        return BigDecimal.valueOf(StreamBilling.payloadUnits(month.recordBytes()));
    }

    private static BigDecimal fractionalUnits(Month month) {
        return month.records()
                .multiply(BigDecimal.valueOf(month.recordBytes()))
                .divide(BigDecimal.valueOf(StreamBilling.PAYLOAD_UNIT_BYTES));
    }

    private static BigDecimal unitsOfFiveKib(Month month) {
        long units = Math.ceilDiv(month.recordBytes(), DELIVERY_ROUNDING_BYTES);
        return month.records().multiply(BigDecimal.valueOf(units));
    }

    private static StreamBilling billing() {
        return new StreamBilling(PricesInForce.book(), REGION, MONTH);
    }

    private static BigDecimal total(StreamDesign design) {
        return billing().monthly(design).total().amount();
    }

    private static BigDecimal total(BillableTime shardTime, BigDecimal payloadUnits) {
        StreamUsage.Provisioned none = StreamUsage.Provisioned.NONE;
        return billing()
                .bill(new StreamUsage.Provisioned(
                        shardTime,
                        payloadUnits,
                        none.extendedRetentionShardTime(),
                        none.longTermStored(),
                        none.longTermBytesRead(),
                        none.fanOutConsumerShardTime(),
                        none.fanOutBytesOut()))
                .total()
                .amount();
    }

    @Override
    public String stem(Month month) {
        return texts.get(
                month.consumers() == 1 ? "stem.one" : "stem",
                month.shards(),
                REGION,
                Unit.RECORDS_PER_SECOND.format((double) month.recordsPerSecond()),
                Sizes.shown(Math.toIntExact(month.recordBytes())),
                month.consumers());
    }

    @Override
    public List<String> solution(Month month) {
        Bill bill = billing().monthly(month.design());
        List<String> steps = new ArrayList<>();
        steps.add(texts.get("solution.units", month.recordKib(), StreamBilling.payloadUnits(month.recordBytes())));
        bill.lines().stream().map(BillLine::arithmetic).forEach(steps::add);
        steps.add(
                texts.get("solution.total", unit().format(bill.total().amount().doubleValue())));
        steps.add(texts.get("solution.prices", bill.lines().getFirst().source()));
        return steps;
    }

    @Override
    public Optional<LabScenario> show(Month month) {
        return Optional.of(LabScenario.of(
                StreamScenarios.LAB,
                StreamScenarios.of(month.shards(), Math.toIntExact(month.recordBytes()), month.recordsPerSecond())
                        .withConsumers(StreamScenarios.consumers(month.consumers(), 0))));
    }

    @Override
    public List<String> facts() {
        return List.of("q12-c11", "q12-f8");
    }
}
