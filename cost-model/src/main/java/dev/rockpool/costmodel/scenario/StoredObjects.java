package dev.rockpool.costmodel.scenario;

import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.costmodel.storage.ObjectLife;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.costmodel.storage.StorageFact;
import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.costmodel.storage.StoragePlace;
import dev.rockpool.kernel.InputException;
import dev.rockpool.lifecycle.StorageClass;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The objects of a scenario, from their coming to their going.
///
/// Those of the start came just before the first month and are as old as nothing. New ones come in thirty steps a
/// month, evenly. All of a part are of one size, move to another class and are deleted at one age; those under 128 KB
/// do not move unless they are told to, which is a rule's default since September 2024. `readsEach` below 1 is the
/// share of the objects that are read once a month, and the others never; from 1 on each is read so often. Archived
/// objects are not read: what is brought back from there is a part of its own.
final class StoredObjects {
    static final List<String> CLASSES = List.of(
            "STANDARD", "INTELLIGENT_TIERING", "STANDARD_IA", "ONEZONE_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE");

    private static final Instant START = Instant.EPOCH;
    private static final long MONTH = BillingMonth.OF_730_HOURS.length().toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int STEPS = 30;
    private static final long STEP = MONTH / STEPS;
    private static final int KIB = 1 << 10;

    private final PartInMonth part;
    private final StorageMeter meter;
    private final long bytes;
    private final StorageClass first;
    private final StorageClass then;
    private final long moveAfter;
    private final long deleteAfter;
    private final BigDecimal readsEach;

    private StoredObjects(PartInMonth part, StorageMeter meter) {
        this.part = part;
        this.meter = meter;
        bytes = part.whole("kib") * KIB;
        first = StorageClass.valueOf(part.text("class"));
        then = StorageClass.valueOf(part.text("moveTo"));
        deleteAfter = part.whole("deleteAfter");
        readsEach = part.number("readsEach");
        moveAfter = moves() ? part.whole("moveAfter") : 0;
    }

    /// What the objects of `scenario` use in each of its months.
    ///
    /// @throws InputException if a rule cannot be, or a class has no price in the region
    static List<List<UsageLine>> usage(CostScenario scenario, PriceBook book) {
        List<List<UsageLine>> months = new ArrayList<>();
        for (int month = 0; month < scenario.months(); month++) {
            months.add(new ArrayList<>());
        }
        StorageBilling billing = new StorageBilling(new Biller(book), scenario.region());
        for (Part part : scenario.parts()) {
            if (part.kind() == PartKind.OBJECTS) {
                StorageMeter meter = billing.meter(BillingCalendar.of730Hours(START, scenario.months()));
                new StoredObjects(new PartInMonth(part, BigDecimal.ONE), meter).count(scenario);
                List<StorageMonth> bills = billing.bills(meter);
                for (int month = 0; month < bills.size(); month++) {
                    months.get(month)
                            .addAll(bills.get(month).bill().lines().stream()
                                    .map(BillLine::usage)
                                    .toList());
                }
            }
        }
        return months;
    }

    private boolean moves() {
        long after = part.whole("moveAfter");
        boolean small = bytes < ObjectBatch.FLOOR_BYTES && !part.yes("moveSmall");
        if (after == 0 || then == first || small || (deleteAfter > 0 && deleteAfter <= after)) {
            return false;
        }
        if (!first.canTransitionTo(then)) {
            throw new InputException(
                    Part.CODE, "moveTo: a lifecycle rule cannot move objects from " + first + " to " + then + ".");
        }
        if (then.isInfrequentAccess() && after < StorageClass.INFREQUENT_ACCESS_AGE_DAYS) {
            throw new InputException(
                    Part.CODE,
                    "moveAfter: a lifecycle rule moves objects to " + then + " after "
                            + StorageClass.INFREQUENT_ACCESS_AGE_DAYS + " days at the earliest, not after " + after
                            + ".");
        }
        return true;
    }

    private void count(CostScenario scenario) {
        List<Cohort> cohorts = cohorts(scenario);
        for (Cohort cohort : cohorts) {
            live(cohort);
        }
        if (readsEach.signum() > 0) {
            for (int month = 0; month < scenario.months(); month++) {
                read(cohorts, month * MONTH + MONTH / 2);
            }
        }
    }

    private List<Cohort> cohorts(CostScenario scenario) {
        List<Cohort> cohorts = new ArrayList<>();
        cohorts.add(cohort(part.whole("objects"), -1));
        for (int month = 0; month < scenario.months(); month++) {
            long added = new PartInMonth(part.part(), scenario.growth(month)).whole("added");
            for (int step = 0; step < STEPS; step++) {
                long here = added * (step + 1) / STEPS - added * step / STEPS;
                cohorts.add(cohort(here, month * MONTH + step * STEP + STEP / 2));
            }
        }
        return cohorts.stream().filter(cohort -> cohort.objects() > 0).toList();
    }

    private Cohort cohort(long objects, long at) {
        long moved = moveAfter > 0 ? at + moveAfter * DAY : Long.MAX_VALUE;
        long gone = deleteAfter > 0 ? at + deleteAfter * DAY : Long.MAX_VALUE;
        long hot = readsEach
                .min(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(objects))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new Cohort(objects, hot, at, moved, gone);
    }

    /// The lives of a cohort: of those that are read and those that are not, where reading changes their tier.
    private void live(Cohort cohort) {
        boolean tiered = first == StorageClass.INTELLIGENT_TIERING
                || (moveAfter > 0 && then == StorageClass.INTELLIGENT_TIERING);
        if (tiered && cohort.hot() > 0) {
            meter.add(life(cohort, true), cohort.hot());
            meter.add(life(cohort, false), cohort.objects() - cohort.hot());
        } else {
            meter.add(life(cohort, false), cohort.objects());
        }
    }

    /// @param read whether it is read in the middle of each month in which it is in Intelligent-Tiering
    private ObjectLife life(Cohort cohort, boolean read) {
        List<StorageFact> facts = new ArrayList<>();
        facts.add(new StorageFact.Stored(at(cohort.at()), first, cohort.at() < 0 ? 0 : 1));
        boolean moved = false;
        long end = meter.calendar().end().toEpochMilli();
        for (long reading = MONTH / 2; reading < Math.min(end, cohort.gone()); reading += MONTH) {
            if (!moved && cohort.moved() <= reading) {
                facts.add(new StorageFact.Transitioned(at(cohort.moved()), then));
                moved = true;
            }
            if (read && reading > cohort.at() && place(cohort, reading) == StorageClass.INTELLIGENT_TIERING) {
                facts.add(new StorageFact.Read(at(reading), bytes));
            }
        }
        if (!moved && cohort.moved() < Math.min(end, cohort.gone())) {
            facts.add(new StorageFact.Transitioned(at(cohort.moved()), then));
        }
        if (cohort.gone() < end) {
            facts.add(new StorageFact.Deleted(at(cohort.gone())));
        }
        return new ObjectLife(bytes, facts);
    }

    /// Reads of the objects that are there at `at`; of those in Intelligent-Tiering, the first read of each stands in
    /// its life.
    private void read(List<Cohort> cohorts, long at) {
        Map<StorageClass, Long> objects = new EnumMap<>(StorageClass.class);
        for (Cohort cohort : cohorts) {
            if (cohort.at() < at && at < cohort.gone()) {
                objects.merge(place(cohort, at), cohort.hot(), Long::sum);
            }
        }
        BigDecimal times = readsEach.max(BigDecimal.ONE);
        objects.forEach((here, count) -> {
            boolean tiered = here == StorageClass.INTELLIGENT_TIERING;
            BigDecimal more = tiered ? times.subtract(BigDecimal.ONE) : times;
            if (count > 0 && !here.isArchive() && more.signum() > 0) {
                meter.read(
                        tiered ? StoragePlace.FREQUENT_TIER : StoragePlace.entering(here),
                        ObjectBatch.of(bytes, count),
                        at,
                        more.multiply(BigDecimal.valueOf(StorageMeter.WHOLE)).longValue());
            }
        });
    }

    private StorageClass place(Cohort cohort, long at) {
        return cohort.moved() <= at ? then : first;
    }

    private static Instant at(long millis) {
        return START.plusMillis(millis);
    }

    /// Objects that came at one time.
    ///
    /// @param hot how many of them are read
    /// @param at when they came, after the start
    /// @param moved when they move
    /// @param gone when they are deleted
    private record Cohort(long objects, long hot, long at, long moved, long gone) {}
}
