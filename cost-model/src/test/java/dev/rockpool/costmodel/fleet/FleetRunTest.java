package dev.rockpool.costmodel.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.fleet.FleetGroup.DeleteShare;
import dev.rockpool.costmodel.fleet.FleetGroup.ReadShare;
import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectLife;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.costmodel.storage.StorageFact;
import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.Course;
import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.lifecycle.When;
import dev.rockpool.trials.Trials;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FleetRunTest {
    private static final StorageBilling VIRGINIA = new StorageBilling(PriceBook.shipped(), "us-east-1");
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    private static final BigDecimal TINY = new BigDecimal("1e-12");
    private static final TransitionMinimum MINIMUM = TransitionMinimum.ALL_STORAGE_CLASSES_128K;

    @Test
    void objectByObjectAndByCohortsTheBillIsTheSameToTheLastDigit() {
        Trials.run(60, random -> {
            FleetTerms terms = terms(random.nextInt(1, 15));
            LifecycleConfiguration rules = rules(random);
            Fleet fleet = fleet(random, 400);
            SizeBands bands = SizeBands.of(List.of(rules));
            Plan objects = FleetRun.plan(terms, fleet, bands, rules, MINIMUM);
            CohortList cohorts = CohortList.of(fleet, terms.calendar(), bands);
            assertThat(cohorts.all().objects()).isEqualTo(fleet.objects(terms.calendar()));
            assertThat(FleetRun.plan(terms, cohorts, bands, rules, MINIMUM)).isEqualTo(objects);
        });
    }

    @Test
    void anObjectLivesTheLifeThatLifecycleSays() {
        Trials.run(200, random -> {
            int months = random.nextInt(1, 20);
            LifecycleConfiguration rules = rules(random);
            long size = random.nextLong(400_000);
            long age = random.nextLong(1, 500);
            FleetGroup group = group(1, new SizeDistribution.Fixed(size), (int) age, List.of(), List.of(), 0);
            Fleet fleet = new Fleet(List.of(group), 1);
            FleetTerms terms = terms(months);
            Plan plan = FleetRun.plan(terms, fleet, SizeBands.of(List.of(rules)), rules, MINIMUM);
            assertThat(plan.months()).isEqualTo(VIRGINIA.bills(lived(terms.calendar(), rules, size, age)));
        });
    }

    /// The same life, told fact by fact.
    private static StorageMeter lived(BillingCalendar calendar, LifecycleConfiguration rules, long size, long age) {
        long day = Midnight.dayOf(calendar.start(0)) - age;
        Lifecycle lifecycle = new Lifecycle(
                rules, Versioning.DISABLED, MINIMUM, calendar.start(0).minusMillis(1));
        List<StorageFact> facts = new ArrayList<>();
        facts.add(new StorageFact.Stored(Midnight.at(day).plus(Duration.ofHours(12)), StorageClass.STANDARD));
        for (Course.Step step : lifecycle
                .course("logs/a", size, Map.of(), StorageClass.STANDARD, day)
                .steps()) {
            Instant at = Midnight.at(day + step.afterDays());
            facts.add(
                    step.action() == LifecycleAction.TRANSITION
                            ? new StorageFact.Transitioned(at, step.to().orElseThrow())
                            : new StorageFact.Deleted(at));
        }
        StorageMeter meter = VIRGINIA.meter(calendar);
        meter.add(new ObjectLife(size, facts), 1);
        return meter;
    }

    @Test
    void whatWasDueBeforeTheRulesHappensAtTheFirstMidnight() {
        FleetGroup old = group(10, new SizeDistribution.Fixed(1 << 20), 100, List.of(), List.of(), 0);
        LifecycleConfiguration rules = new LifecycleConfiguration(
                List.of(LifecycleRule.of("a", LifecycleFilter.ALL).moving(30, StorageClass.STANDARD_IA)));
        Plan plan = FleetRun.plan(terms(1), new Fleet(List.of(old), 1), SizeBands.of(List.of(rules)), rules, MINIMUM);
        assertThat(plan.byClass().keySet()).containsExactly(StorageClass.STANDARD_IA);
        assertThat(plan.stocks().getFirst().objectsIn(StorageClass.STANDARD_IA)).isEqualTo(10);
        assertThat(plan.stocks().getFirst().bytesIn(StorageClass.STANDARD_IA)).isEqualTo(10L << 20);
    }

    @Test
    void deletedObjectsAreGoneAndArrivalsAreUploaded() {
        FleetGroup group =
                group(0, new SizeDistribution.Fixed(1 << 20), 1, List.of(), List.of(new DeleteShare(1, 10)), 100);
        Plan plan = FleetRun.plan(
                terms(2), new Fleet(List.of(group), 1), SizeBands.of(List.of()), LifecycleConfiguration.NONE, MINIMUM);
        // at the end of a month the arrivals of its last ten days are there
        assertThat(plan.stocks())
                .allSatisfy(stock ->
                        assertThat(stock.objectsIn(StorageClass.STANDARD)).isEqualTo(1_000));
        assertThat(plan.months().get(1).bill().lines()).anySatisfy(line -> {
            assertThat(line.usage().item()).isEqualTo("request.PUT_COPY_POST_LIST.STANDARD");
            assertThat(line.usage().quantity()).isEqualByComparingTo("3.1");
        });
    }

    @Test
    void expectedReadsAreBilledAndDecayByHalfLives() {
        ReadPattern steady = ReadPattern.steady(2);
        long month = Duration.ofHours(730).toMillis();
        assertThat(steady.millionths(month)).isEqualTo(2_000_000);
        ReadPattern decaying = new ReadPattern(10, OptionalDouble.of(10));
        double first = decaying.reads(Duration.ofDays(10).toMillis());
        double second = decaying.reads(Duration.ofDays(20).toMillis()) - first;
        assertThat(second / first).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void intelligentTieringHoldsWhatIsReadByChanceInTheSharesOfAPoissonProcess() {
        // read once in 30 days on average: the share that was not read for 30 days is 1/e
        FleetGroup group = new FleetGroup(
                "a",
                "",
                Map.of(),
                StorageClass.INTELLIGENT_TIERING,
                1_000_000,
                new SizeDistribution.Fixed(1 << 20),
                300,
                300,
                0,
                List.of(new ReadShare(1, ReadPattern.steady(730.0 / 24 / 30))),
                List.of());
        Plan plan = FleetRun.plan(
                terms(1), new Fleet(List.of(group), 1), SizeBands.of(List.of()), LifecycleConfiguration.NONE, MINIMUM);
        double[] gigabytes = plan.months().getFirst().bill().lines().stream()
                .filter(line -> line.usage().item().startsWith("storage."))
                .mapToDouble(line -> line.usage().quantity().doubleValue())
                .toArray();
        double all = 1_000_000.0 / 1024;
        assertThat(gigabytes[0] / all).isCloseTo(1 - Math.exp(-1), within(1e-6));
        assertThat(gigabytes[1] / all).isCloseTo(Math.exp(-1) - Math.exp(-3), within(1e-6));
        assertThat(gigabytes[2] / all).isCloseTo(Math.exp(-3), within(1e-6));
    }

    @Test
    void largeFleetsAreDrawnByCohortsWithTheMomentsOfTheirDistributions() {
        SizeDistribution sizes = new SizeDistribution.Lognormal(300_000, 1.5);
        FleetGroup group = group(
                10_000_000_000L,
                sizes,
                300,
                List.of(new ReadShare(0.25, ReadPattern.steady(1))),
                List.of(new DeleteShare(0.5, 1_000)),
                1_000_000);
        Fleet fleet = new Fleet(List.of(group), 7);
        BillingCalendar calendar = BillingCalendar.of(DECEMBER, 12);
        CohortList cohorts = CohortList.of(fleet, calendar, SizeBands.of(List.of()));
        assertThat(fleet.isDrawnByObject(calendar)).isFalse();
        assertThat(cohorts.all().objects()).isEqualTo(fleet.objects(calendar));
        assertThat(cohorts.all().bytes() / (double) cohorts.all().objects()).isCloseTo(300_000, within(100.0));
        double monitored =
                cohorts.all().monitoredObjects() / (double) cohorts.all().objects();
        assertThat(monitored).isCloseTo(sizes.band(131_072, Long.MAX_VALUE).share(), within(1e-4));
    }

    @Test
    void smallFleetsDrawnByObjectAgreeWithTheDistributionsToo() {
        SizeDistribution sizes = new SizeDistribution.Lognormal(300_000, 1);
        Fleet fleet = new Fleet(List.of(group(200_000, sizes, 10, List.of(), List.of(), 0)), 3);
        CohortList cohorts = CohortList.of(fleet, BillingCalendar.of(DECEMBER, 1), SizeBands.of(List.of()));
        SizeDistribution.Band large = sizes.band(131_072, Long.MAX_VALUE);
        assertThat(cohorts.all().bytes() / 200_000.0).isCloseTo(300_000, within(5_000.0));
        assertThat(cohorts.all().monitoredObjects() / 200_000.0).isCloseTo(large.share(), within(0.005));
        assertThat(cohorts.all().monitoredBytes() / (double) cohorts.all().monitoredObjects())
                .isCloseTo(large.mean(), within(5_000.0));
    }

    @Test
    void equalSeedsDrawEqualFleetsAndMoreMonthsDrawTheSameFirstOnes() {
        RandomGenerator random = new dev.rockpool.kernel.Seed(5).derive("test");
        Fleet fleet = fleet(random, 500);
        LifecycleConfiguration rules = rules(random);
        SizeBands bands = SizeBands.of(List.of(rules));
        Plan twelve = FleetRun.plan(terms(12), fleet, bands, rules, MINIMUM);
        assertThat(FleetRun.plan(terms(12), fleet, bands, rules, MINIMUM)).isEqualTo(twelve);
        Plan six = FleetRun.plan(terms(6), fleet, bands, rules, MINIMUM);
        assertThat(six.months()).isEqualTo(twelve.months().subList(0, 6));
    }

    @Test
    void theTotalIsTheSumOfItsMonthsAndOfItsClasses() {
        RandomGenerator random = new dev.rockpool.kernel.Seed(6).derive("test");
        Plan plan = FleetRun.plan(
                terms(12), fleet(random, 500), SizeBands.of(List.of()), LifecycleConfiguration.NONE, MINIMUM);
        Money classes = plan.byClass().values().stream().reduce(Money.zero(Money.USD), Money::plus);
        assertThat(classes).isEqualTo(plan.total());
    }

    static FleetTerms terms(int months) {
        return new FleetTerms(VIRGINIA, BillingCalendar.of(DECEMBER, months));
    }

    static FleetGroup group(
            long objects,
            SizeDistribution sizes,
            int ageDays,
            List<ReadShare> reads,
            List<DeleteShare> deletes,
            double arrivals) {
        return new FleetGroup(
                "logs",
                "logs/",
                Map.of(),
                StorageClass.STANDARD,
                objects,
                sizes,
                ageDays,
                ageDays,
                arrivals,
                reads,
                deletes);
    }

    /// A rule that ends noncurrent versions.
    private static LifecycleRule noncurrent(int days, OptionalInt newer) {
        return new LifecycleRule(
                "noncurrent",
                true,
                LifecycleFilter.ALL,
                Optional.empty(),
                List.of(),
                Optional.of(new LifecycleRule.NoncurrentExpiration(days, newer)),
                List.of(),
                OptionalInt.empty());
    }

    /// A version of 30 November that is overwritten ten days later, on 10 December, goes five days after that, rounded
    /// up: on 16 December, after 15 of 31 days.
    @Test
    void anOverwrittenVersionIsNoncurrentFromItsSuccessorOn() {
        FleetGroup group = new FleetGroup(
                "one",
                "",
                Map.of(),
                StorageClass.STANDARD,
                1,
                new SizeDistribution.Fixed(1L << 30),
                1,
                1,
                0,
                List.of(new ReadShare(1, ReadPattern.steady(73))),
                List.of(),
                List.of(new FleetGroup.OverwriteShare(1, 10)));
        Fleet fleet = new Fleet(List.of(group), 1);
        LifecycleConfiguration rules = new LifecycleConfiguration(List.of(noncurrent(5, OptionalInt.empty())));
        Plan plan = FleetRun.plan(terms(1), fleet, SizeBands.of(List.of(rules)), rules, MINIMUM);
        assertThat(quantity(plan, "storage.STANDARD"))
                .isCloseTo(new BigDecimal(15).divide(new BigDecimal(31), MathContext.DECIMAL64), within(TINY));
        assertThat(quantity(plan, "request.GET_SELECT_other.STANDARD").movePointRight(3))
                .as("0.1 reads an hour until it is overwritten on the 10th at noon")
                .isCloseTo(new BigDecimal("22.8"), within(new BigDecimal("0.01")));
        Plan retained = FleetRun.plan(
                terms(1),
                fleet,
                SizeBands.of(List.of(rules)),
                new LifecycleConfiguration(List.of(noncurrent(5, OptionalInt.of(2)))),
                MINIMUM);
        assertThat(quantity(retained, "storage.STANDARD"))
                .as("two newer ones are noncurrent from 30 December on")
                .isCloseTo(new BigDecimal(30).divide(new BigDecimal(31), MathContext.DECIMAL64), within(TINY));
    }

    /// What its owner deletes stays under a marker until a rule for noncurrent versions takes it.
    @Test
    void inABucketWithVersionsADeletedVersionStays() {
        FleetGroup group =
                group(1, new SizeDistribution.Fixed(1L << 30), 1, List.of(), List.of(new DeleteShare(1, 10)), 0);
        LifecycleConfiguration none = LifecycleConfiguration.NONE;
        SizeBands bands = SizeBands.of(List.of(none));
        Plan gone = FleetRun.plan(terms(1), new Fleet(List.of(group), 1), bands, none, MINIMUM);
        Plan stays = FleetRun.plan(terms(1), new Fleet(List.of(group), 1, true), bands, none, MINIMUM);
        assertThat(gone.stocks().getFirst().objects()).isEmpty();
        assertThat(stays.stocks().getFirst().objectsIn(StorageClass.STANDARD)).isEqualTo(1);
        LifecycleConfiguration rules = new LifecycleConfiguration(List.of(noncurrent(1, OptionalInt.empty())));
        Plan ended = FleetRun.plan(terms(1), new Fleet(List.of(group), 1, true), bands, rules, MINIMUM);
        assertThat(ended.stocks().getFirst().objects()).isEmpty();
        assertThat(ended.total()).isGreaterThan(gone.total());
        assertThat(ended.total()).isLessThan(stays.total());
    }

    private static BigDecimal quantity(Plan plan, String item) {
        return plan.months().getFirst().bill().lines().stream()
                .filter(line -> line.usage().item().equals(item))
                .map(line -> line.usage().quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Fleet fleet(RandomGenerator random, int objects) {
        List<FleetGroup> groups = new ArrayList<>();
        for (int index = random.nextInt(1, 3); index > 0; index--) {
            int youngest = random.nextInt(1, 60);
            SizeDistribution sizes = switch (random.nextInt(3)) {
                case 0 -> new SizeDistribution.Fixed(random.nextLong(1_000_000));
                case 1 ->
                    new SizeDistribution.Lognormal(random.nextDouble(1_000, 1_000_000), random.nextDouble(0.1, 2));
                default ->
                    new SizeDistribution.Weighted(List.of(
                            new SizeDistribution.Weighted.Entry(random.nextLong(200_000), 3),
                            new SizeDistribution.Weighted.Entry(random.nextLong(9_000_000), 1)));
            };
            groups.add(new FleetGroup(
                    "group",
                    random.nextBoolean() ? "logs/" : "data/",
                    random.nextBoolean() ? Map.of("kind", "raw") : Map.of(),
                    random.nextBoolean() ? StorageClass.STANDARD : StorageClass.INTELLIGENT_TIERING,
                    random.nextInt(objects),
                    sizes,
                    youngest,
                    youngest + random.nextInt(400),
                    random.nextDouble(3),
                    List.of(
                            new ReadShare(0.3, ReadPattern.steady(random.nextDouble(3))),
                            new ReadShare(0.2, new ReadPattern(5, OptionalDouble.of(20)))),
                    List.of(new DeleteShare(0.3, random.nextInt(1, 400))),
                    random.nextBoolean()
                            ? List.of(new FleetGroup.OverwriteShare(0.4, random.nextInt(1, 200)))
                            : List.of()));
        }
        return new Fleet(groups, random.nextLong(), random.nextBoolean());
    }

    private static LifecycleConfiguration rules(RandomGenerator random) {
        LifecycleFilter all = LifecycleFilter.ALL;
        LifecycleFilter filter = switch (random.nextInt(3)) {
            case 0 -> all;
            case 1 -> LifecycleFilter.prefix("logs/");
            default ->
                new LifecycleFilter(
                        false, all.prefix(), all.tags(), OptionalLong.of(random.nextLong(300_000)), all.smallerThan());
        };
        LifecycleRule rule = LifecycleRule.of("one", filter);
        rule = switch (random.nextInt(4)) {
            case 0 -> rule.moving(30, StorageClass.STANDARD_IA).moving(90, StorageClass.GLACIER);
            case 1 -> rule.moving(random.nextInt(90), StorageClass.GLACIER_IR);
            case 2 -> rule.moving(0, StorageClass.INTELLIGENT_TIERING);
            default -> rule.moving(random.nextInt(200), StorageClass.DEEP_ARCHIVE);
        };
        if (random.nextBoolean()) {
            rule = rule.expiring(new When.AfterDays(random.nextInt(201, 600)));
        }
        if (random.nextBoolean()) {
            int days = random.nextInt(1, 90);
            return new LifecycleConfiguration(
                    List.of(rule, noncurrent(days, random.nextBoolean() ? OptionalInt.of(2) : OptionalInt.empty())));
        }
        return new LifecycleConfiguration(List.of(rule));
    }
}
