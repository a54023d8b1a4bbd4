package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.costmodel.storage.StoragePlace;
import dev.rockpool.lifecycle.Course;
import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.Versioning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Lives the lives of cohorts under one lifecycle configuration, and counts what they use.
///
/// Every piece of time lies within one month and one class; what is counted of it depends on kind and day alone and is
/// a multiple of what a batch adds up, which is why object by object and cohort by cohort give the same bill.
public final class FleetRun implements CohortSource.Sink {
    private static final long NOON = Duration.ofHours(12).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final double MILLIONTHS = 1e6;

    private final FleetTerms terms;
    private final LifecycleConfiguration configuration;
    private final Lifecycle lifecycle;
    private final Courses courses;
    private final StorageMeter meter;
    private final BillingCalendar calendar;
    private final long[] monthEnds;
    private final IdentityHashMap<ObjectKind, Map<Ages, TieringShares>> tieringShares = new IdentityHashMap<>();
    private final Map<StorageClass, long[]> objectsAtEnd = new EnumMap<>(StorageClass.class);
    private final Map<StorageClass, long[]> bytesAtEnd = new EnumMap<>(StorageClass.class);

    /// @param terms prices and months
    /// @param configuration the rules, put just before the first month
    /// @param minimum which small objects the rules leave where they are
    /// @param isVersioned whether the bucket keeps versions
    public FleetRun(
            FleetTerms terms, LifecycleConfiguration configuration, TransitionMinimum minimum, boolean isVersioned) {
        this.terms = terms;
        this.configuration = configuration;
        calendar = terms.calendar();
        lifecycle = new Lifecycle(
                configuration,
                isVersioned ? Versioning.ENABLED : Versioning.DISABLED,
                minimum,
                calendar.start(0).minusMillis(1));
        courses = new Courses(lifecycle, configuration);
        meter = new StorageMeter(calendar, IntelligentTiering.AUTOMATIC);
        monthEnds = new long[calendar.months()];
        for (int month = 0; month < monthEnds.length; month++) {
            monthEnds[month] = calendar.start(month + 1).toEpochMilli();
        }
        for (StorageClass storageClass : StorageClass.values()) {
            objectsAtEnd.put(storageClass, new long[monthEnds.length]);
            bytesAtEnd.put(storageClass, new long[monthEnds.length]);
        }
    }

    /// What the fleet `source` costs under `configuration`.
    public static Plan plan(
            FleetTerms terms,
            CohortSource source,
            SizeBands bands,
            LifecycleConfiguration configuration,
            TransitionMinimum minimum) {
        return of(terms, source, bands, configuration, minimum).plan();
    }

    /// The lives of the fleet `source` under `configuration`, to be billed at several prices.
    static FleetRun of(
            FleetTerms terms,
            CohortSource source,
            SizeBands bands,
            LifecycleConfiguration configuration,
            TransitionMinimum minimum) {
        FleetRun run = new FleetRun(terms, configuration, minimum, source.isVersioned());
        source.cohorts(terms.calendar(), bands, run);
        return run;
    }

    /// What all that was taken so far used.
    StorageMeter meter() {
        return meter;
    }

    @Override
    public void accept(ObjectKind kind, long createdDay, ObjectBatch batch) {
        new Life(kind, createdDay, batch).live();
    }

    /// The bills of all that was taken so far.
    public Plan plan() {
        List<StorageMonth> months = terms.billing().bills(meter);
        List<Stock> stocks = new ArrayList<>();
        for (int month = 0; month < monthEnds.length; month++) {
            stocks.add(new Stock(atEnd(objectsAtEnd, month), atEnd(bytesAtEnd, month)));
        }
        return new Plan(configuration, months, stocks, terms.billing().total(months));
    }

    private static Map<StorageClass, Long> atEnd(Map<StorageClass, long[]> counts, int month) {
        Map<StorageClass, Long> there = new EnumMap<>(StorageClass.class);
        counts.forEach((storageClass, count) -> {
            if (count[month] > 0) {
                there.put(storageClass, count[month]);
            }
        });
        return there;
    }

    /// Ages that decide how objects sink through the tiers: when they entered, and when they were read for the last
    /// time at the latest.
    private record Ages(long entry, long lastRead) {}

    /// The life of one cohort.
    private final class Life {
        private final ObjectKind kind;
        private final long createdDay;
        private final ObjectBatch batch;
        private final long created;

        private StorageClass storageClass;
        private long since;
        private long livedUntil;
        private int month;

        /// From then on it is noncurrent or under a marker, and nobody reads it.
        private long readUntil;

        Life(ObjectKind kind, long createdDay, ObjectBatch batch) {
            this.kind = kind;
            this.createdDay = createdDay;
            this.batch = batch;
            created = createdDay * DAY + NOON;
            storageClass = kind.storageClass();
            since = created;
            livedUntil = Math.max(created, calendar.start(0).toEpochMilli());
            readUntil = kind.version()
                    .flatMap(ObjectKind.Version::succession)
                    .map(next -> created + next.afterDays() * DAY)
                    .orElse(Long.MAX_VALUE);
        }

        void live() {
            long end = calendar.end().toEpochMilli();
            long deleted = kind.deletedAfterDays().isPresent()
                    ? created + kind.deletedAfterDays().getAsInt() * DAY
                    : Long.MAX_VALUE;
            if (deleted <= livedUntil || created >= end) {
                return;
            }
            meter.put(storageClass, batch, 1, created);
            for (Course.Step step : courses.course(kind, createdDay)) {
                long at = (createdDay + step.afterDays()) * DAY;
                if (at >= end || at >= deleted) {
                    break;
                }
                switch (step.action()) {
                    case TRANSITION -> move(step.to().orElseThrow(), at);
                    case EXPIRE, PERMANENTLY_DELETE -> {
                        liveUntil(at);
                        meter.leave(storageClass, batch, since, at);
                        return;
                    }
                    case DELETE_MARKER -> {
                        liveUntil(at);
                        readUntil = Math.min(readUntil, at);
                    }
                    case REMOVE_EXPIRED_DELETE_MARKER, ABORT_UPLOAD -> {
                        // the bytes of the version stay
                    }
                }
            }
            liveUntil(Math.min(end, deleted));
            if (deleted < end) {
                meter.leave(storageClass, batch, since, deleted);
            }
        }

        private void move(StorageClass to, long at) {
            liveUntil(at);
            meter.leave(storageClass, batch, since, at);
            meter.transition(to, batch, at);
            storageClass = to;
            since = at;
        }

        private void liveUntil(long until) {
            while (livedUntil < until) {
                while (monthEnds[month] <= livedUntil) {
                    month++;
                }
                long stop = Math.min(until, monthEnds[month]);
                keep(livedUntil, stop);
                read(livedUntil, stop);
                livedUntil = stop;
                if (stop == monthEnds[month] && (stop < until || stop == monthEnds[monthEnds.length - 1])) {
                    countAtEnd();
                }
            }
        }

        /// Counts what is there when the month ends; what goes at that very moment is not.
        private void countAtEnd() {
            long[] objectCounts = objectsAtEnd.get(storageClass);
            long[] byteCounts = bytesAtEnd.get(storageClass);
            if (objectCounts != null && byteCounts != null) {
                objectCounts[month] += batch.objects();
                byteCounts[month] += batch.bytes();
            }
        }

        private void keep(long from, long until) {
            if (storageClass != StorageClass.INTELLIGENT_TIERING) {
                meter.keep(StoragePlace.entering(storageClass), batch, from, until, StorageMeter.WHOLE);
                return;
            }
            long accessed = kind.accessedDay().isPresent() && since == created
                    ? Math.max(since, kind.accessedDay().getAsLong() * DAY)
                    : since;
            if (kind.reads().isNever()) {
                meter.keepTiered(batch, accessed, from, until);
                return;
            }
            meter.monitor(batch, from, until);
            meter.keep(StoragePlace.FREQUENT_TIER, batch.unmonitored(), from, until, StorageMeter.WHOLE);
            tieringShares
                    .computeIfAbsent(kind, _ -> new HashMap<>())
                    .computeIfAbsent(
                            new Ages(accessed - created, readUntil - created),
                            ages -> new TieringShares(kind.reads(), ages.entry(), ages.lastRead()))
                    .keep(meter, batch.monitored(), accessed, from, until);
        }

        private void read(long from, long until) {
            if (kind.reads().isNever() || from >= readUntil) {
                return;
            }
            long reads = kind.reads().millionths(Math.min(until, readUntil) - created)
                    - kind.reads().millionths(from - created);
            StoragePlace place = StoragePlace.entering(storageClass);
            meter.read(place, batch, from, reads);
            if (place.archive()) {
                restore(place, from, until, reads);
            }
        }

        /// A restore is needed where no copy of an earlier one is there. With reads that come by themselves, one comes
        /// each (copy's days + mean time between reads).
        private void restore(StoragePlace place, long from, long until, long reads) {
            double copyMillis = terms.restoreDays() * (double) DAY;
            double perMilli = reads / MILLIONTHS / (until - from);
            long restores = Math.round(reads / (1 + perMilli * copyMillis));
            meter.restore(place, terms.restoreTier(), batch, from, restores);
            meter.keepCopy(place, batch, from, from + terms.restoreDays() * DAY, restores);
        }
    }
}
