package dev.rockpool.simulators.shards;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.streamengine.ShardReadBudget;
import dev.rockpool.streamengine.ShardWriteBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// The numbers of a run, each with its formula and today's values.
final class ShardsFigures {
    static final String ACCEPTED_FRACTION = "accepted-fraction";
    static final String ACCEPTED_RATE = "accepted-rate";
    static final String THROTTLED_BY_COUNT = "throttled-by-count";
    static final String THROTTLED_BY_BYTES = "throttled-by-bytes";
    static final String REFUSING_SHARDS = "refusing-shards";
    static final String OPEN_SHARDS = "open-shards";
    static final String IDLE_SHARDS = "idle-shards";
    static final String HOTTEST_OVER_MEAN = "hottest-over-mean";
    static final String SPREAD = "spread";
    static final String USEFUL_SHARDS = "useful-shards";
    static final String ENDLESS_SHARDS = "endless-shards";
    static final String SHARDS_NEEDED = "shards-needed";
    static final String ITERATOR_AGE = "iterator-age";
    static final String ITERATOR_AGE_PEAK = "iterator-age-peak";
    static final String ITERATOR_AGE_GROWTH = "iterator-age-growth";
    static final String MONTHLY_PROVISIONED = "monthly-provisioned";
    static final String MONTHLY_ON_DEMAND = "monthly-on-demand";

    /// Of a normal distribution, 95 in 100 lie within so many standard deviations.
    private static final double NORMAL_95 = 1.96;

    private static final double MILLIS = 1_000;

    private final Standing run;
    private final LabTexts texts;
    private final double capacity;
    private final long rate;
    private final List<Figure> figures = new ArrayList<>();

    private ShardsFigures(Standing run, LabTexts texts) {
        this.run = run;
        this.texts = texts;
        this.capacity = AcceptedRecords.capacity(run.scenario().recordBytes());
        this.rate = run.scenario().recordsPerSecond();
    }

    static List<Figure> of(Standing run, LabTexts texts) {
        ShardsFigures figures = new ShardsFigures(run, texts);
        figures.acceptance();
        figures.shards();
        figures.keys();
        figures.consumers();
        figures.money();
        return List.copyOf(figures.figures);
    }

    private void acceptance() {
        ShardsSnapshot.Totals totals = run.totals();
        double fraction = totals.acceptedFraction();
        double closed = run.expectedFraction();
        double half = NORMAL_95 * run.standardError();
        Figure.Interval interval =
                new Figure.Interval(Math.clamp(closed - half, 0.0, 1.0), Math.clamp(closed + half, 0.0, 1.0));
        add(
                ACCEPTED_FRACTION,
                Unit.SHARE,
                fraction,
                OptionalDouble.of(closed),
                Optional.of(interval),
                formulaOfAcceptance(),
                workedAcceptance());
        double bytes = run.second() == 0
                ? 0
                : (double) totals.accepted() * run.scenario().recordBytes() / run.second();
        double expectedBytes =
                run.second() == 0 ? 0 : run.expected() * run.scenario().recordBytes() / run.second();
        plain(
                ACCEPTED_RATE,
                Unit.MIB_PER_SECOND,
                bytes,
                OptionalDouble.of(expectedBytes),
                count(totals.accepted()),
                count(run.scenario().recordBytes()),
                count(run.second()),
                Unit.MIB_PER_SECOND.format(bytes));
        plain(
                THROTTLED_BY_COUNT,
                Unit.RECORDS,
                (double) totals.throttledByCount(),
                OptionalDouble.empty(),
                count(ShardWriteBudget.RECORDS_PER_SECOND),
                count(totals.throttledByCount()));
        plain(
                THROTTLED_BY_BYTES,
                Unit.RECORDS,
                (double) totals.throttledByBytes(),
                OptionalDouble.empty(),
                count(ShardWriteBudget.BYTES_PER_SECOND),
                count(run.scenario().recordBytes()),
                number((double) ShardWriteBudget.BYTES_PER_SECOND
                        / run.scenario().recordBytes()),
                count(totals.throttledByBytes()));
    }

    /// The well-known formula where a hot key meets equal shards that stay; else the general one.
    private String formulaOfAcceptance() {
        return texts.get(isHotOnEqualShards() ? "figure.accepted-fraction.formula.hot" : formula(ACCEPTED_FRACTION));
    }

    private String workedAcceptance() {
        if (isHotOnEqualShards() && run.scenario().keys() instanceof KeyDistribution.Hot hot) {
            HotKeyAcceptance form = new HotKeyAcceptance(rate / capacity, hot.share(), run.openShards());
            return texts.get(
                    "figure.accepted-fraction.worked.hot",
                    number(form.load()),
                    number(form.share()),
                    count(form.shards()),
                    number(form.load() * (1 - form.share())),
                    count(form.shards() - 1),
                    number(form.accepted()),
                    Unit.SHARE.format(form.fraction()));
        }
        return texts.get(
                "figure.accepted-fraction.worked",
                count(run.openShards()),
                number(capacity),
                count(rate),
                Unit.SHARE.format(
                        run.totals().offered() == 0
                                ? 1
                                : run.fluid() / run.totals().offered()),
                Unit.SHARE.format(run.expectedFraction()));
    }

    private boolean isHotOnEqualShards() {
        return run.scenario().keys() instanceof KeyDistribution.Hot
                && run.scenario().shards() instanceof ShardLayout.Count
                && run.everOpened() == run.openShards()
                && rate > 0;
    }

    private void shards() {
        plain(OPEN_SHARDS, Unit.SHARDS, run.openShards(), OptionalDouble.empty(), count(run.openShards()));
        plain(
                REFUSING_SHARDS,
                Unit.SHARDS,
                run.refusingShards(),
                OptionalDouble.of(run.now().overloaded()),
                count(run.openShards()),
                number(capacity),
                count(run.now().overloaded()));
        boolean equalShards =
                run.scenario().shards() instanceof ShardLayout.Count && run.everOpened() == run.openShards();
        boolean equal = equalShards && run.scenario().keys() instanceof KeyDistribution.Uniform;
        int keys = run.scenario().keys().count();
        double shards = run.openShards();
        double empty = shards * StrictMath.pow(1 - 1 / shards, keys);
        plain(
                IDLE_SHARDS,
                Unit.SHARDS,
                run.idleShards(),
                equalShards ? OptionalDouble.of(empty) : OptionalDouble.empty(),
                count(run.openShards()),
                count(keys),
                Unit.TIMES.number(empty));
        double hottest = run.now().hottest() * shards;
        plain(
                HOTTEST_OVER_MEAN,
                Unit.TIMES,
                hottest,
                OptionalDouble.empty(),
                count(run.openShards()),
                Unit.SHARE.format(run.now().hottest()),
                Unit.TIMES.format(hottest));
        double spread = Math.sqrt((shards - 1) / keys);
        add(
                SPREAD,
                Unit.SHARE,
                run.spread(),
                equal ? OptionalDouble.of(spread) : OptionalDouble.empty(),
                Optional.empty(),
                texts.get(formula(SPREAD)),
                equal
                        ? texts.get(
                                "figure.spread.worked", count(run.openShards()), count(keys), Unit.SHARE.format(spread))
                        : texts.get("figure.spread.worked.any", Unit.SHARE.format(run.spread())));
    }

    private void keys() {
        double hottest = run.hottestKeyShare();
        plain(
                USEFUL_SHARDS,
                Unit.PLAIN,
                1 / hottest,
                OptionalDouble.empty(),
                Unit.SHARE.format(hottest),
                Unit.TIMES.number(1 / hottest));
        plain(
                ENDLESS_SHARDS,
                Unit.SHARE,
                run.endless(),
                OptionalDouble.empty(),
                number(capacity),
                count(rate),
                Unit.SHARE.format(hottest),
                Unit.SHARE.format(run.endless()));
        SizingFormula sizing = new SizingFormula(run.scenario().recordBytes(), rate, run.sharedConsumers());
        plain(
                SHARDS_NEEDED,
                Unit.SHARDS,
                (double) sizing.shards(),
                OptionalDouble.empty(),
                count(sizing.roundedKib()),
                count(rate),
                count(run.sharedConsumers()),
                count(sizing.shards()));
    }

    private void consumers() {
        double age = 0;
        double peak = 0;
        for (ShardsSnapshot.ConsumerState consumer : run.consumers()) {
            age = Math.max(age, consumer.iteratorAgeMillis() / MILLIS);
            peak = Math.max(peak, consumer.peakIteratorAgeMillis() / MILLIS);
        }
        plain(ITERATOR_AGE, Unit.SECONDS, age, OptionalDouble.empty(), Unit.SECONDS.format(age));
        plain(ITERATOR_AGE_PEAK, Unit.SECONDS, peak, OptionalDouble.empty(), Unit.SECONDS.format(peak));
        double in = run.busiest() * run.scenario().recordBytes();
        int sharers = Math.max(1, run.sharedConsumers());
        double out = (double) ShardReadBudget.BYTES_PER_SECOND / sharers;
        double growth = run.consumers().isEmpty() || in == 0 ? 0 : Math.max(0, 1 - out / in);
        plain(
                ITERATOR_AGE_GROWTH,
                Unit.SECONDS_PER_SECOND,
                run.ageGrowth(),
                run.consumers().stream().anyMatch(ShardsSnapshot.ConsumerState::standing)
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(growth),
                Unit.MIB_PER_SECOND.format(in),
                count(sharers),
                Unit.MIB_PER_SECOND.format(out),
                Unit.SECONDS_PER_SECOND.format(growth));
    }

    private void money() {
        bill(MONTHLY_PROVISIONED, ShardsBills.monthlyProvisioned(run));
        bill(MONTHLY_ON_DEMAND, ShardsBills.monthlyOnDemand(run));
    }

    private void bill(String id, Bill bill) {
        add(
                id,
                Unit.USD_PER_MONTH,
                bill.total().amount().doubleValue(),
                OptionalDouble.empty(),
                Optional.empty(),
                texts.get(formula(id)),
                bill.lines().stream().map(BillLine::arithmetic).collect(Collectors.joining("; ")));
    }

    private void plain(String id, Unit unit, double value, OptionalDouble closedForm, Object... arguments) {
        add(
                id,
                unit,
                value,
                closedForm,
                Optional.empty(),
                texts.get(formula(id)),
                texts.get("figure." + id + ".worked", arguments));
    }

    private void add(
            String id,
            Unit unit,
            double value,
            OptionalDouble closedForm,
            Optional<Figure.Interval> interval,
            String formula,
            String worked) {
        figures.add(new Figure(
                id,
                texts.get("figure." + id + ".label"),
                unit,
                value,
                closedForm,
                interval,
                formula,
                worked,
                texts.get("figure." + id + ".explanation")));
    }

    private static String formula(String id) {
        return "figure." + id + ".formula";
    }

    private static String count(long value) {
        return Unit.COUNT.number(value);
    }

    /// Two digits after the point at most: `8`, `0.3`, `5.6`.
    private static String number(double value) {
        return Unit.TIMES.number(value).replaceAll("(\\.[0-9]*?)0+$", "$1").replaceAll("\\.$", "");
    }
}
