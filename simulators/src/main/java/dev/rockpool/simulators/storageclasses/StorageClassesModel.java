package dev.rockpool.simulators.storageclasses;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.costmodel.storage.StoragePlace;
import dev.rockpool.kernel.InputException;
import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.StorageClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The bills of a scenario, class by class, by the cost model.
final class StorageClassesModel {
    /// The classes that are in use: Reduced Redundancy has no price that anybody vouches for.
    static final List<StorageClass> CLASSES = List.of(
            StorageClass.STANDARD,
            StorageClass.INTELLIGENT_TIERING,
            StorageClass.STANDARD_IA,
            StorageClass.ONEZONE_IA,
            StorageClass.GLACIER_IR,
            StorageClass.GLACIER,
            StorageClass.DEEP_ARCHIVE);

    static final long MONTH_MILLIS = BillingMonth.OF_730_HOURS.length().toMillis();
    static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
    private static final double MILLIONTHS = 1e6;

    private final StorageClassesScenario scenario;
    private final StorageBilling billing;
    private final ObjectBatch batch;

    StorageClassesModel(StorageClassesScenario scenario) {
        this.scenario = scenario;
        billing = new StorageBilling(PricesInForce.book(), scenario.region());
        batch = ObjectBatch.of(scenario.averageBytes(), scenario.objects());
    }

    /// How long the objects are kept, milliseconds.
    static long lifetime(StorageClassesScenario scenario) {
        return Math.max(1, Math.round(scenario.monthsKept() * MONTH_MILLIS));
    }

    /// The costs until `until` milliseconds of the classes whose prices are known; at the end of the lifetime the
    /// objects are deleted.
    List<ClassCost> costs(long until) {
        List<ClassCost> costs = new ArrayList<>();
        for (StorageClass storageClass : CLASSES) {
            cost(storageClass, until).ifPresent(costs::add);
        }
        return costs;
    }

    /// Why classes cannot be billed in this region.
    Map<StorageClass, String> unpriced() {
        Map<StorageClass, String> why = new TreeMap<>();
        for (StorageClass storageClass : CLASSES) {
            try {
                bills(storageClass, lifetime(scenario));
            } catch (InputException e) {
                why.put(storageClass, e.sentence());
            }
        }
        return why;
    }

    /// The cost in `storageClass` until `until` milliseconds; empty if a price is not known in the region.
    Optional<ClassCost> cost(StorageClass storageClass, long until) {
        try {
            List<StorageMonth> months = bills(storageClass, until);
            Bill bill = Bill.together(
                    billing.biller().book().currency(),
                    months.stream().map(StorageMonth::bill).toList());
            return Optional.of(new ClassCost(storageClass, bill, billing.total(months)));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private List<StorageMonth> bills(StorageClass storageClass, long until) {
        // one month more, for what is charged at the very end and for restored copies that outlive their objects
        int months = Math.toIntExact(until / MONTH_MILLIS) + 2;
        StorageMeter meter =
                new StorageMeter(BillingCalendar.of730Hours(Instant.EPOCH, months), IntelligentTiering.AUTOMATIC);
        meter.put(storageClass, batch, 1, 0);
        for (long from = 0; from < until; from += MONTH_MILLIS) {
            long stop = Math.min(until, from + MONTH_MILLIS);
            keep(meter, storageClass, from, stop);
            read(meter, storageClass, from, stop);
        }
        if (until >= lifetime(scenario)) {
            meter.leave(storageClass, batch, 0, until);
        }
        return billing.bills(meter);
    }

    private void keep(StorageMeter meter, StorageClass storageClass, long from, long until) {
        if (storageClass != StorageClass.INTELLIGENT_TIERING) {
            meter.keep(StoragePlace.entering(storageClass), batch, from, until, StorageMeter.WHOLE);
            return;
        }
        meter.monitor(batch, from, until);
        meter.keep(StoragePlace.FREQUENT_TIER, batch.unmonitored(), from, until, StorageMeter.WHOLE);
        long infrequent = IntelligentTiering.INFREQUENT_AFTER_DAYS * DAY_MILLIS;
        long archive = IntelligentTiering.ARCHIVE_INSTANT_AFTER_DAYS * DAY_MILLIS;
        long untouched30 = untouched(IntelligentTiering.INFREQUENT_AFTER_DAYS);
        long untouched90 = untouched(IntelligentTiering.ARCHIVE_INSTANT_AFTER_DAYS);
        tier(meter, StoragePlace.FREQUENT_TIER, from, Math.min(until, infrequent), StorageMeter.WHOLE);
        tier(meter, StoragePlace.FREQUENT_TIER, Math.max(from, infrequent), until, StorageMeter.WHOLE - untouched30);
        tier(meter, StoragePlace.INFREQUENT_TIER, Math.max(from, infrequent), Math.min(until, archive), untouched30);
        tier(meter, StoragePlace.INFREQUENT_TIER, Math.max(from, archive), until, untouched30 - untouched90);
        tier(meter, StoragePlace.ARCHIVE_INSTANT_TIER, Math.max(from, archive), until, untouched90);
    }

    private void tier(StorageMeter meter, StoragePlace place, long from, long until, long share) {
        meter.keep(place, batch.monitored(), from, until, share);
    }

    /// The share, in millionths, that nobody reads in `days` days when reads come by themselves.
    private long untouched(int days) {
        return Math.round(untouched(scenario.readsPerObjectMonth(), days) * MILLIONTHS);
    }

    static double untouched(double readsPerMonth, int days) {
        return Math.exp(-readsPerMonth * days * DAY_MILLIS / MONTH_MILLIS);
    }

    private void read(StorageMeter meter, StorageClass storageClass, long from, long until) {
        long reads = reads(until) - reads(from);
        if (reads == 0) {
            return;
        }
        StoragePlace place = StoragePlace.entering(storageClass);
        meter.read(place, batch, from, reads);
        if (storageClass.isArchive()) {
            long restores = Math.round(reads * restoresPerRead(scenario.readsPerObjectMonth()));
            meter.restore(place, scenario.tierFor(storageClass), batch, from, restores);
            meter.keepCopy(place, batch, from, from + DAY_MILLIS, restores);
        }
    }

    /// A restored copy stays a day and serves the reads of that day.
    static double restoresPerRead(double readsPerMonth) {
        return 1 / (1 + readsPerMonth * DAY_MILLIS / MONTH_MILLIS);
    }

    /// Reads of an object in the first `millis` milliseconds, in millionths.
    private long reads(long millis) {
        return Math.round(scenario.readsPerObjectMonth() * millis / MONTH_MILLIS * MILLIONTHS);
    }
}
