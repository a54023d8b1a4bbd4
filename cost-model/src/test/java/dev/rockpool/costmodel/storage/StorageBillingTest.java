package dev.rockpool.costmodel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.storage.StorageFact.Deleted;
import dev.rockpool.costmodel.storage.StorageFact.Read;
import dev.rockpool.costmodel.storage.StorageFact.Restored;
import dev.rockpool.costmodel.storage.StorageFact.Stored;
import dev.rockpool.costmodel.storage.StorageFact.Transitioned;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.trials.Trials;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class StorageBillingTest {
    private static final long GIB = 1L << 30;
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final StorageBilling VIRGINIA = new StorageBilling(PriceBook.shipped(), "us-east-1");

    @Test
    void aGigabyteMonthIsByteHoursOverTheHoursOfThatMonth() {
        // 100 GiB from 21 December, 12:00: 252 of 744 hours; then all of January and of February
        List<StorageMonth> months =
                bills(3, new ObjectLife(100 * GIB, List.of(stored("2026-12-21T12:00:00Z", StorageClass.STANDARD, 0))));
        assertThat(quantity(months.get(0), "storage.STANDARD"))
                .isEqualByComparingTo(new BigDecimal("25200").divide(new BigDecimal("744"), new MathContext(26)));
        assertThat(quantity(months.get(1), "storage.STANDARD")).isEqualByComparingTo("100");
        assertThat(quantity(months.get(2), "storage.STANDARD")).isEqualByComparingTo("100");
        assertThat(months.get(2).bill().total()).isEqualTo(Money.usd("2.3"));
        assertThat(months).extracting(StorageMonth::name).containsExactly("2026-12", "2027-01", "2027-02");
    }

    @Test
    void theCalculatorsMonthHas730Hours() {
        StorageMeter meter = VIRGINIA.meter(BillingCalendar.of730Hours(DECEMBER, 2));
        meter.add(new ObjectLife(GIB, List.of(stored("2026-12-01T00:00:00Z", StorageClass.STANDARD, 0))), 1);
        assertThat(VIRGINIA.total(VIRGINIA.bills(meter))).isEqualTo(Money.usd("0.046"));
        assertThat(meter.calendar().name(1)).isEqualTo("2");
        assertThat(meter.calendar().end()).isEqualTo(DECEMBER.plus(Duration.ofHours(1460)));
    }

    @Test
    void whatHappenedBeforeTheFirstMonthIsPaidAlready() {
        List<StorageMonth> months = bills(
                1,
                new ObjectLife(
                        GIB,
                        List.of(
                                stored("2026-01-01T00:00:00Z", StorageClass.STANDARD, 1),
                                new Transitioned(Instant.parse("2026-11-30T00:00:00Z"), StorageClass.GLACIER_IR))));
        assertThat(items(months.getFirst())).containsExactly("storage.GLACIER_IR");
    }

    @Test
    void smallObjectsAreBilledAs128KbInTheInfrequentAccessClasses() {
        for (StorageClass storageClass :
                List.of(StorageClass.STANDARD_IA, StorageClass.ONEZONE_IA, StorageClass.GLACIER_IR)) {
            BigDecimal small = sumOfStorage(oneMonth(10_000, storageClass));
            BigDecimal floor = sumOfStorage(oneMonth(131_072, storageClass));
            assertThat(small).as("%s", storageClass).isEqualByComparingTo(floor);
            assertThat(sumOfStorage(oneMonth(131_073, storageClass))).isGreaterThan(floor);
        }
    }

    @Test
    void storingCostsMoreThanStandardBelowThePublishedSizes() {
        // facts/simulators.md section 3: 69.6 KiB, 22.3 KiB, 15.4 KiB, 9.8 KiB
        Map<StorageClass, double[]> edges = Map.of(
                StorageClass.STANDARD_IA, new double[] {69.55, 69.65},
                StorageClass.GLACIER_IR, new double[] {22.25, 22.35},
                StorageClass.GLACIER, new double[] {15.35, 15.45},
                StorageClass.DEEP_ARCHIVE, new double[] {9.75, 9.85});
        edges.forEach((storageClass, edge) -> {
            long below = Math.round(edge[0] * 1024);
            long above = Math.round(edge[1] * 1024);
            assertThat(storage(oneMonth(below, storageClass)))
                    .as("%s at %d bytes", storageClass, below)
                    .isGreaterThan(storage(oneMonth(below, StorageClass.STANDARD)));
            assertThat(storage(oneMonth(above, storageClass)))
                    .as("%s at %d bytes", storageClass, above)
                    .isLessThan(storage(oneMonth(above, StorageClass.STANDARD)));
        });
    }

    @Test
    void anArchivedObjectHas32KbMoreAtItsOwnRateAnd8KbAtStandards() {
        // 1,000,000 objects of 10 KB in Deep Archive carry four times their own size
        StorageMonth month = bills(1, oneMonthLife(10_240, StorageClass.DEEP_ARCHIVE), 1_048_576)
                .getFirst();
        assertThat(quantity(month, "storage.DEEP_ARCHIVE")).isEqualByComparingTo("42");
        assertThat(quantity(month, "storage.STANDARD")).isEqualByComparingTo("8");
        assertThat(month.byClass().keySet()).containsExactly(StorageClass.DEEP_ARCHIVE);
        assertThat(month.byClass().get(StorageClass.DEEP_ARCHIVE))
                .isEqualTo(month.bill().total());
    }

    @Test
    void leavingBeforeTheMinimumDurationPaysTheDaysThatWereLeft() {
        // 10 of 30 days in Standard-IA, 31-day month: 30/31 GB-month in all
        StorageMonth month = bills(
                        1,
                        new ObjectLife(
                                31 * GIB,
                                List.of(
                                        stored("2026-12-01T00:00:00Z", StorageClass.STANDARD_IA, 0),
                                        new Deleted(Instant.parse("2026-12-11T00:00:00Z")))))
                .getFirst();
        assertThat(quantity(month, "storage.STANDARD_IA")).isEqualByComparingTo("30");
        assertThat(lines(month, StorageMeasure.Charge.EARLY_DELETE))
                .extracting(line -> line.usage().quantity())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("20"));
    }

    @Test
    void aTransitionBeforeTheMinimumPaysTooAndAfterItDoesNot() {
        for (int day : new int[] {89, 90}) {
            List<StorageMonth> months = bills(
                    6,
                    new ObjectLife(
                            GIB,
                            List.of(
                                    new Stored(DECEMBER, StorageClass.GLACIER_IR, 0),
                                    new Transitioned(DECEMBER.plus(Duration.ofDays(day)), StorageClass.DEEP_ARCHIVE))));
            long early = months.stream()
                    .mapToLong(month ->
                            lines(month, StorageMeasure.Charge.EARLY_DELETE).size())
                    .sum();
            assertThat(early).as("after %d days", day).isEqualTo(day == 89 ? 1 : 0);
        }
    }

    @Test
    void aSmallObjectsEarlyDeletionIsChargedAs128Kb() {
        StorageMonth month = bills(
                        1,
                        new ObjectLife(
                                1,
                                List.of(
                                        stored("2026-12-01T00:00:00Z", StorageClass.GLACIER_IR, 0),
                                        new Deleted(Instant.parse("2026-12-01T00:00:00Z")))),
                        8_192)
                .getFirst();
        // 8,192 × 128 KB is 1 GB, for 90 of 31 days
        assertThat(lines(month, StorageMeasure.Charge.EARLY_DELETE)
                        .getFirst()
                        .usage()
                        .quantity())
                .isEqualByComparingTo(new BigDecimal("90").divide(new BigDecimal("31"), new MathContext(25)));
    }

    @Test
    void standardAndIntelligentTieringHaveNoMinimumDuration() {
        for (StorageClass storageClass : List.of(StorageClass.STANDARD, StorageClass.INTELLIGENT_TIERING)) {
            StorageMonth month = bills(
                            1,
                            new ObjectLife(
                                    GIB,
                                    List.of(
                                            new Stored(DECEMBER, storageClass, 0),
                                            new Deleted(DECEMBER.plusSeconds(1)))))
                    .getFirst();
            assertThat(lines(month, StorageMeasure.Charge.EARLY_DELETE)).isEmpty();
        }
    }

    @Test
    void aTransitionCostsByTheObjectWhateverItsSize() {
        // prices.md section 5: a million objects into Standard-IA cost 10.00 whatever their size
        for (long size : new long[] {1, 200_000}) {
            StorageMeter meter = VIRGINIA.meter(BillingCalendar.of(YearMonth.of(2026, 12), 1));
            meter.transition(StorageClass.STANDARD_IA, ObjectBatch.of(size, 1_000_000), DECEMBER.toEpochMilli());
            assertThat(VIRGINIA.total(VIRGINIA.bills(meter))).isEqualTo(Money.usd("10"));
        }
    }

    @Test
    void requestsAreOfTheClassAndListsAlwaysOfStandard() {
        StorageMeter meter = VIRGINIA.meter(BillingCalendar.of(YearMonth.of(2026, 12), 1));
        long at = DECEMBER.toEpochMilli();
        meter.put(StorageClass.GLACIER_IR, ObjectBatch.of(1, 1_000), 1, at);
        meter.read(StoragePlace.GLACIER_IR, ObjectBatch.of(0, 1_000), at, StorageMeter.WHOLE);
        meter.list(1_000, at);
        StorageMonth month = VIRGINIA.bills(meter).getFirst();
        assertThat(month.bill().lines())
                .extracting(line -> line.usage().item() + " " + line.amount().plain())
                .containsExactly(
                        "request.PUT_COPY_POST_LIST.GLACIER_IR 0.02",
                        "request.PUT_COPY_POST_LIST.STANDARD 0.005",
                        "request.GET_SELECT_other.GLACIER_IR 0.01");
    }

    @Test
    void readingTheInfrequentAccessClassesChargesBytes() {
        StorageMonth month = bills(
                        1,
                        new ObjectLife(
                                4 * GIB,
                                List.of(
                                        new Stored(DECEMBER, StorageClass.GLACIER_IR, 0),
                                        new Read(DECEMBER.plusSeconds(9), 4 * GIB),
                                        new Read(DECEMBER.plusSeconds(10), GIB))))
                .getFirst();
        assertThat(quantity(month, "retrieval.GLACIER_IR")).isEqualByComparingTo("5");
        assertThat(quantity(month, "request.GET_SELECT_other.GLACIER_IR")).isEqualByComparingTo("0.002");
    }

    @Test
    void aRestoreIsARequestBytesAndACopyInStandard() {
        // asked for on 15 December 10:30 for 3 days: dropped on 19 December 00:00; 5 hours until it is ready
        Instant asked = Instant.parse("2026-12-15T10:30:00Z");
        StorageMonth month = bills(
                        1,
                        new ObjectLife(
                                GIB,
                                List.of(
                                        new Stored(DECEMBER, StorageClass.GLACIER, 0),
                                        Restored.of(asked, RestoreTier.STANDARD, asked.plus(Duration.ofHours(5)), 3),
                                        new Read(asked.plus(Duration.ofHours(6)), GIB))))
                .getFirst();
        assertThat(quantity(month, "retrieval.GLACIER.Standard")).isEqualByComparingTo("1");
        assertThat(quantity(month, "retrieval_request.GLACIER.Standard")).isEqualByComparingTo("0.001");
        BillLine copy = lines(month, StorageMeasure.Charge.RESTORED_COPY).getFirst();
        assertThat(copy.usage().item()).isEqualTo("storage.STANDARD");
        assertThat(copy.usage().quantity())
                .isEqualByComparingTo(new BigDecimal("80.5").divide(new BigDecimal("744"), new MathContext(24)));
        assertThat(quantity(month, "storage.GLACIER")).isGreaterThan(BigDecimal.ONE);
    }

    @Test
    void askingForARestoreAgainProlongsTheCopyAndRetrievesNothing() {
        Instant asked = Instant.parse("2026-12-10T00:00:00Z");
        StorageMonth month = bills(
                        1,
                        new ObjectLife(
                                GIB,
                                List.of(
                                        new Stored(DECEMBER, StorageClass.DEEP_ARCHIVE, 0),
                                        new Restored(asked, RestoreTier.BULK, asked, asked.plus(Duration.ofDays(2))),
                                        new Restored(
                                                asked.plus(Duration.ofDays(1)),
                                                RestoreTier.BULK,
                                                asked.plus(Duration.ofDays(1)),
                                                asked.plus(Duration.ofDays(6))),
                                        new Deleted(asked.plus(Duration.ofDays(4))))))
                .getFirst();
        assertThat(quantity(month, "retrieval.DEEP_ARCHIVE.Bulk")).isEqualByComparingTo("1");
        assertThat(quantity(month, "retrieval_request.DEEP_ARCHIVE.Bulk")).isEqualByComparingTo("0.002");
        assertThat(lines(month, StorageMeasure.Charge.RESTORED_COPY)
                        .getFirst()
                        .usage()
                        .quantity())
                .isEqualByComparingTo(new BigDecimal("4").divide(new BigDecimal("31"), new MathContext(24)));
    }

    @Test
    void anArchivedObjectIsNotReadWithoutARestore() {
        ObjectLife life = new ObjectLife(
                GIB, List.of(new Stored(DECEMBER, StorageClass.GLACIER, 0), new Read(DECEMBER.plusSeconds(9), GIB)));
        assertThatThrownBy(() -> bills(1, life)).hasMessageContaining("restored before it is read");
        ObjectLife needless = new ObjectLife(
                GIB,
                List.of(
                        new Stored(DECEMBER, StorageClass.GLACIER_IR, 0),
                        new Restored(DECEMBER, RestoreTier.BULK, DECEMBER, DECEMBER)));
        assertThatThrownBy(() -> bills(1, needless)).hasMessageContaining("needs no restore");
    }

    @Test
    void intelligentTieringSinksByTheLastAccessAndComesBackWithTheNext() {
        // read on day 100: 30 days frequent, 60 infrequent, 10 archive instant, 30 frequent again, then infrequent
        StorageMeter meter = VIRGINIA.meter(BillingCalendar.of730Hours(DECEMBER, 5));
        meter.add(
                new ObjectLife(
                        GIB,
                        List.of(
                                new Stored(DECEMBER, StorageClass.INTELLIGENT_TIERING, 0),
                                new Read(DECEMBER.plus(Duration.ofDays(100)), GIB))),
                1);
        BigDecimal month = new BigDecimal("730");
        assertThat(total(meter, "storage.INTELLIGENT_TIERING.FA"))
                .isCloseTo(new BigDecimal(60 * 24).divide(month, new MathContext(24)), within(new BigDecimal("1e-20")));
        assertThat(total(meter, "storage.INTELLIGENT_TIERING.AIA").doubleValue())
                .isEqualTo(10 * 24 / 730.0);
        assertThat(total(meter, "storage.INTELLIGENT_TIERING.IA").doubleValue()).isEqualTo((5 * 730 - 70 * 24) / 730.0);
        assertThat(total(meter, "monitoring.INTELLIGENT_TIERING")).isEqualByComparingTo("0.005");
    }

    @Test
    void objectsUnder128KbStayInTheFrequentTierUnmonitored() {
        StorageMeter meter = VIRGINIA.meter(BillingCalendar.of(YearMonth.of(2026, 12), 12));
        meter.add(new ObjectLife(131_071, List.of(new Stored(DECEMBER, StorageClass.INTELLIGENT_TIERING, 0))), 1);
        for (StorageMonth month : VIRGINIA.bills(meter)) {
            assertThat(items(month)).containsExactly("storage.INTELLIGENT_TIERING.FA");
        }
    }

    @Test
    void theArchiveTiersOfIntelligentTieringHaveOverheadsAndAreReadAfterARestore() {
        IntelligentTiering archives = new IntelligentTiering(OptionalInt.of(90), OptionalInt.of(180));
        StorageMeter meter = new StorageMeter(BillingCalendar.of730Hours(DECEMBER, 12), archives);
        Instant asked = DECEMBER.plus(Duration.ofDays(100));
        meter.add(
                new ObjectLife(
                        GIB,
                        List.of(
                                new Stored(DECEMBER, StorageClass.INTELLIGENT_TIERING, 0),
                                new Restored(
                                        asked,
                                        RestoreTier.EXPEDITED,
                                        asked.plus(Duration.ofDays(1)),
                                        asked.plus(Duration.ofDays(1))),
                                new Read(asked.plus(Duration.ofDays(2)), GIB),
                                new Deleted(asked.plus(Duration.ofDays(202))))),
                1);
        // infrequent for 60 days, then in the archive tier until a day after it was asked for; never archive instant
        assertThat(total(meter, "storage.INTELLIGENT_TIERING.AIA")).isZero();
        BigDecimal archived = total(meter, "storage.INTELLIGENT_TIERING.AA");
        double gigabytes = 1 + 32.0 / (1 << 20);
        assertThat(archived.doubleValue()).isEqualTo((11 + 90) * 24 / 730.0 * gigabytes, within(1e-12));
        assertThat(total(meter, "storage.INTELLIGENT_TIERING.DAA").doubleValue())
                .isEqualTo(20 * 24 / 730.0 * gigabytes, within(1e-12));
        assertThat(total(meter, "retrieval.INTELLIGENT_TIERING.AA.Expedited")).isEqualByComparingTo("1");
        assertThat(total(meter, "retrieval_request.INTELLIGENT_TIERING.AA.Expedited"))
                .isEqualByComparingTo("0.001");
    }

    @Test
    void theMonitoringOfIntelligentTieringPaysFromThePublishedSizes() {
        // 250 KiB once it lies in the infrequent tier, 138 KiB in the archive instant tier
        Money monitoring = new Money(new BigDecimal("0.0000025"), Money.USD);
        assertThat(saved(249, StoragePlace.INFREQUENT_TIER)).isLessThan(monitoring);
        assertThat(saved(250, StoragePlace.INFREQUENT_TIER)).isGreaterThan(monitoring);
        assertThat(saved(137, StoragePlace.ARCHIVE_INSTANT_TIER)).isLessThan(monitoring);
        assertThat(saved(138, StoragePlace.ARCHIVE_INSTANT_TIER)).isGreaterThan(monitoring);
    }

    @Test
    void aPriceThatIsNotKnownInTheRegionIsRefusedWithWhatIsNear() {
        StorageBilling saoPaulo = new StorageBilling(PriceBook.shipped(), "sa-east-1");
        StorageMeter meter = saoPaulo.meter(BillingCalendar.of(YearMonth.of(2026, 12), 1));
        meter.add(oneMonthLife(GIB, StorageClass.DEEP_ARCHIVE), 1);
        assertThatThrownBy(() -> saoPaulo.bills(meter))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("storage.DEEP_ARCHIVE")
                .hasMessageContaining("near matches");
    }

    @Test
    void aLifeOfABatchCostsWhatItsObjectsCostToTheLastDigit() {
        Trials.run(200, random -> {
            StorageMeter together = meter(random);
            StorageMeter apart = new StorageMeter(together.calendar(), together.tiering());
            StorageMeter added = new StorageMeter(together.calendar(), together.tiering());
            for (int life = 0; life < 5; life++) {
                ObjectLife lived = life(random);
                int count = random.nextInt(1, 6);
                together.add(lived, count);
                for (int object = 0; object < count; object++) {
                    apart.add(lived, 1);
                }
                StorageMeter alone = new StorageMeter(together.calendar(), together.tiering());
                alone.add(lived, count);
                added.plus(alone);
            }
            assertThat(VIRGINIA.bills(together)).isEqualTo(VIRGINIA.bills(apart));
            assertThat(VIRGINIA.bills(together)).isEqualTo(VIRGINIA.bills(added));
        });
    }

    @Test
    void aBillIsMonotoneInTheSizeOfAnObjectAndSumsItsClasses() {
        Trials.run(200, random -> {
            StorageMeter smaller = meter(random);
            StorageMeter larger = new StorageMeter(smaller.calendar(), smaller.tiering());
            // below the floor of Intelligent-Tiering another rule holds, so both lie on one side of it
            ObjectLife life = life(random);
            boolean monitored = life.bytes() >= ObjectBatch.FLOOR_BYTES;
            long more = monitored ? life.bytes() * 2 : Math.min(life.bytes() + 1_000, ObjectBatch.FLOOR_BYTES - 1);
            smaller.add(life, 1);
            larger.add(new ObjectLife(Math.max(more, life.bytes()), life.facts()), 1);
            List<StorageMonth> bills = VIRGINIA.bills(smaller);
            // two lines of an item are cut to 24 decimals each
            Money cut = new Money(new BigDecimal("1e-20"), Money.USD);
            assertThat(VIRGINIA.total(VIRGINIA.bills(larger)).plus(cut)).isGreaterThan(VIRGINIA.total(bills));
            for (StorageMonth month : bills) {
                Money sum = month.byClass().values().stream().reduce(Money.zero(Money.USD), Money::plus);
                assertThat(sum).isEqualTo(month.bill().total());
            }
        });
    }

    @Test
    void quantitiesOfExabytesOverADecadeDoNotOverflow() {
        StorageMeter meter = VIRGINIA.meter(BillingCalendar.of730Hours(DECEMBER, 120));
        long bytes = 5L << 60;
        meter.keep(
                StoragePlace.DEEP_ARCHIVE,
                new ObjectBatch(1, bytes, 0, 1, bytes),
                DECEMBER.toEpochMilli(),
                meter.calendar().end().toEpochMilli(),
                StorageMeter.WHOLE);
        meter.keep(
                StoragePlace.DEEP_ARCHIVE,
                new ObjectBatch(1, bytes, 0, 1, bytes),
                DECEMBER.toEpochMilli(),
                meter.calendar().end().toEpochMilli(),
                StorageMeter.WHOLE);
        for (StorageMonth month : VIRGINIA.bills(meter)) {
            assertThat(lines(month, StorageMeasure.Charge.STORAGE)
                            .getFirst()
                            .usage()
                            .quantity())
                    .isEqualByComparingTo(Long.toString(10L << 30));
        }
    }

    @Test
    void aLifeIsToldInOrder() {
        Stored stored = new Stored(DECEMBER, StorageClass.STANDARD);
        Deleted deleted = new Deleted(DECEMBER.plusSeconds(1));
        assertThatThrownBy(() -> new ObjectLife(-1, List.of(stored))).hasMessageContaining("not -1");
        assertThatThrownBy(() -> new ObjectLife(1, List.of(deleted))).hasMessageContaining("starts with being stored");
        assertThatThrownBy(() -> new ObjectLife(1, List.of(stored, deleted, new Read(DECEMBER.plusSeconds(2), 1))))
                .hasMessageContaining("cannot follow");
        assertThatThrownBy(() -> new ObjectLife(1, List.of(stored, new Deleted(DECEMBER.minusSeconds(1)))))
                .hasMessageContaining("comes after");
        assertThatThrownBy(() -> new ObjectLife(1, List.of(stored, new Read(DECEMBER, 2))))
                .hasMessageContaining("at most 1 bytes");
    }

    private static StorageMeter meter(RandomGenerator random) {
        IntelligentTiering tiering = random.nextBoolean()
                ? IntelligentTiering.AUTOMATIC
                : new IntelligentTiering(OptionalInt.of(random.nextInt(90, 200)), OptionalInt.of(200));
        return new StorageMeter(BillingCalendar.of(YearMonth.of(2026, 12), random.nextInt(1, 15)), tiering);
    }

    /// A random life that waits for restores before it reads.
    private static ObjectLife life(RandomGenerator random) {
        long bytes = random.nextBoolean() ? random.nextLong(200_000) : random.nextLong(8 * GIB);
        List<StorageFact> facts = new ArrayList<>();
        StorageClass storageClass = priced(random);
        Instant at = DECEMBER.plus(Duration.ofSeconds(random.nextLong(-5_000_000, 10_000_000)));
        facts.add(new Stored(at, storageClass, random.nextInt(3)));
        for (int fact = random.nextInt(5); fact > 0; fact--) {
            at = at.plus(Duration.ofMillis(random.nextLong(8_000_000_000L)));
            if (random.nextBoolean()) {
                do {
                    storageClass = priced(random);
                } while (!storageClass.isDestination());
                facts.add(new Transitioned(at, storageClass));
            } else if (storageClass.isArchive()) {
                Instant ready = at.plus(Duration.ofHours(random.nextInt(1, 48)));
                facts.add(Restored.of(at, RestoreTier.STANDARD, ready, random.nextInt(1, 9)));
            } else if (storageClass != StorageClass.INTELLIGENT_TIERING) {
                facts.add(new Read(at, random.nextLong(bytes + 1)));
            }
        }
        if (random.nextBoolean()) {
            facts.add(new Deleted(at.plus(Duration.ofMillis(random.nextLong(8_000_000_000L)))));
        }
        return new ObjectLife(bytes, facts);
    }

    private static StorageClass priced(RandomGenerator random) {
        List<StorageClass> priced = List.of(
                StorageClass.STANDARD,
                StorageClass.INTELLIGENT_TIERING,
                StorageClass.STANDARD_IA,
                StorageClass.ONEZONE_IA,
                StorageClass.GLACIER_IR,
                StorageClass.GLACIER,
                StorageClass.DEEP_ARCHIVE);
        return priced.get(random.nextInt(priced.size()));
    }

    private static Money saved(long kibibytes, StoragePlace place) {
        ObjectBatch batch = ObjectBatch.of(kibibytes << 10, 1);
        return kept(batch, StoragePlace.FREQUENT_TIER).minus(kept(batch, place));
    }

    private static Money kept(ObjectBatch batch, StoragePlace place) {
        StorageMeter meter = VIRGINIA.meter(BillingCalendar.of730Hours(DECEMBER, 1));
        meter.keep(place, batch, DECEMBER.toEpochMilli(), meter.calendar().end().toEpochMilli(), StorageMeter.WHOLE);
        return VIRGINIA.total(VIRGINIA.bills(meter));
    }

    private static Stored stored(String at, StorageClass storageClass, long requests) {
        return new Stored(Instant.parse(at), storageClass, requests);
    }

    private static ObjectLife oneMonthLife(long bytes, StorageClass storageClass) {
        return new ObjectLife(bytes, List.of(new Stored(DECEMBER, storageClass, 0)));
    }

    private static StorageMonth oneMonth(long bytes, StorageClass storageClass) {
        return bills(1, oneMonthLife(bytes, storageClass)).getFirst();
    }

    private static Money storage(StorageMonth month) {
        return month.bill().total();
    }

    private static BigDecimal sumOfStorage(StorageMonth month) {
        return month.bill().lines().stream()
                .map(line -> line.usage().quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<StorageMonth> bills(int months, ObjectLife life) {
        return bills(months, life, 1);
    }

    private static List<StorageMonth> bills(int months, ObjectLife life, long objects) {
        StorageMeter meter = VIRGINIA.meter(BillingCalendar.of(YearMonth.of(2026, 12), months));
        meter.add(life, objects);
        return VIRGINIA.bills(meter);
    }

    private static List<String> items(StorageMonth month) {
        return month.bill().lines().stream().map(line -> line.usage().item()).toList();
    }

    private static List<BillLine> lines(StorageMonth month, StorageMeasure.Charge charge) {
        List<BillLine> lines = new ArrayList<>();
        for (int line = 0; line < month.measures().size(); line++) {
            if (month.measures().get(line).charge() == charge) {
                lines.add(month.bill().lines().get(line));
            }
        }
        return lines;
    }

    private static BigDecimal quantity(StorageMonth month, String item) {
        return month.bill().lines().stream()
                .filter(line -> line.usage().item().equals(item))
                .map(line -> line.usage().quantity())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal total(StorageMeter meter, String item) {
        return new StorageBilling(new Biller(PriceBook.shipped()), "us-east-1")
                .bills(meter).stream().map(month -> quantity(month, item)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
