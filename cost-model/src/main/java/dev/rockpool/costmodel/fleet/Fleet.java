package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.kernel.Seed;
import dev.rockpool.lifecycle.Midnight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Objects described by groups, drawn from one seed. In a bucket with versions each is a version.
///
/// Up to [#MOST_DRAWN] objects over all months, each is drawn by itself. Above, whole cohorts are: how many objects
/// fall into each day, share and band of sizes, and how many bytes they have together, with the spread that so many
/// single draws have.
///
/// @param groups one or more
/// @param seed equal seeds draw equal fleets
/// @param versioned whether the bucket keeps versions; it does anyway where a group is overwritten
public record Fleet(List<FleetGroup> groups, long seed, boolean versioned) implements CohortSource {
    /// The most objects that are drawn one by one.
    public static final long MOST_DRAWN = 1_000_000;

    /// The most groups.
    public static final int MOST_GROUPS = 1_000;

    public Fleet {
        groups = List.copyOf(groups);
        if (groups.isEmpty() || groups.size() > MOST_GROUPS) {
            throw new IllegalArgumentException(
                    "A fleet has 1 to " + MOST_GROUPS + " groups, not " + groups.size() + ".");
        }
    }

    /// A fleet that is versioned only where a group is overwritten.
    public Fleet(List<FleetGroup> groups, long seed) {
        this(groups, seed, false);
    }

    @Override
    public boolean isVersioned() {
        return versioned
                || groups.stream().anyMatch(group -> !group.overwrites().isEmpty());
    }

    /// How many objects there are over all months of `calendar`, those that arrive included.
    public long objects(BillingCalendar calendar) {
        long objects = 0;
        for (FleetGroup group : groups) {
            objects += group.objects() + arrived(group, days(calendar));
        }
        return objects;
    }

    /// Whether each object is drawn by itself.
    public boolean isDrawnByObject(BillingCalendar calendar) {
        return objects(calendar) <= MOST_DRAWN;
    }

    /// This fleet with each group changed.
    public Fleet with(UnaryOperator<FleetGroup> change) {
        return new Fleet(groups.stream().map(change).toList(), seed, versioned);
    }

    /// This fleet drawn anew.
    public Fleet seeded(long other) {
        return new Fleet(groups, other, versioned);
    }

    @Override
    public void cohorts(BillingCalendar calendar, SizeBands bands, Sink sink) {
        boolean byObject = isDrawnByObject(calendar);
        for (int index = 0; index < groups.size(); index++) {
            FleetGroup group = groups.get(index);
            Kinds kinds = new Kinds(group, bands, isVersioned());
            String name = "fleet/" + index + "/";
            if (byObject) {
                drawObjects(group, kinds, calendar, name, sink);
            } else {
                drawCohorts(group, kinds, calendar, name, sink);
            }
        }
    }

    private void drawObjects(FleetGroup group, Kinds kinds, BillingCalendar calendar, String name, Sink sink) {
        long first = firstDay(calendar);
        RandomGenerator random = new Seed(seed).derive(name + "objects");
        for (long object = 0; object < group.objects(); object++) {
            long age = random.nextLong(group.youngestDays(), group.oldestDays() + 1L);
            drawObject(group, kinds, first - age, random, sink);
        }
        RandomGenerator arriving = new Seed(seed).derive(name + "arrivals");
        for (long day = 0; day < days(calendar); day++) {
            for (long object = arrivedOn(group, day); object > 0; object--) {
                drawObject(group, kinds, first + day, arriving, sink);
            }
        }
    }

    private static void drawObject(FleetGroup group, Kinds kinds, long day, RandomGenerator random, Sink sink) {
        long size = group.sizes().draw(random);
        int read = Draw.index(random, kinds.readShares);
        int fate = Draw.index(random, kinds.fateShares);
        sink.accept(kinds.kind(read, fate, kinds.bands.bandOf(size)), day, ObjectBatch.of(size, 1));
    }

    private void drawCohorts(FleetGroup group, Kinds kinds, BillingCalendar calendar, String name, Sink sink) {
        long first = firstDay(calendar);
        RandomGenerator random = new Seed(seed).derive(name + "objects");
        int ages = group.oldestDays() - group.youngestDays() + 1;
        long left = group.objects();
        for (int age = 0; age < ages; age++) {
            long there = age == ages - 1 ? left : Draw.binomial(random, left, 1.0 / (ages - age));
            left -= there;
            drawCohort(kinds, there, first - group.youngestDays() - age, random, sink);
        }
        RandomGenerator arriving = new Seed(seed).derive(name + "arrivals");
        for (long day = 0; day < days(calendar); day++) {
            drawCohort(kinds, arrivedOn(group, day), first + day, arriving, sink);
        }
    }

    private static void drawCohort(Kinds kinds, long objects, long day, RandomGenerator random, Sink sink) {
        long[] byRead = Draw.multinomial(random, objects, kinds.readShares);
        for (int read = 0; read < byRead.length; read++) {
            long[] byFate = Draw.multinomial(random, byRead[read], kinds.fateShares);
            for (int fate = 0; fate < byFate.length; fate++) {
                long[] byBand = Draw.multinomial(random, byFate[fate], kinds.bandShares);
                for (int band = 0; band < byBand.length; band++) {
                    if (byBand[band] > 0) {
                        sink.accept(kinds.kind(read, fate, band), day, kinds.batch(random, band, byBand[band]));
                    }
                }
            }
        }
    }

    private static long firstDay(BillingCalendar calendar) {
        return Midnight.dayOf(calendar.start(0));
    }

    /// Days of the calendar; a part of a day counts whole.
    private static long days(BillingCalendar calendar) {
        long first = firstDay(calendar);
        long last = Midnight.dayOf(calendar.end());
        return Midnight.at(last).equals(calendar.end()) ? last - first : last - first + 1;
    }

    private static long arrived(FleetGroup group, long days) {
        return (long) Math.floor(group.arrivalsPerDay() * days);
    }

    private static long arrivedOn(FleetGroup group, long day) {
        return arrived(group, day + 1) - arrived(group, day);
    }

    /// The kinds of one group, each made once.
    private static final class Kinds {
        final SizeBands bands;
        final double[] readShares;
        final double[] fateShares;
        final double[] bandShares;
        private final List<SizeDistribution.Band> bandMoments = new ArrayList<>();
        private final List<ObjectKind> kinds = new ArrayList<>();

        Kinds(FleetGroup group, SizeBands bands, boolean isVersioned) {
            this.bands = bands;
            List<FleetGroup.ReadShare> reads = group.allReads();
            readShares = reads.stream().mapToDouble(FleetGroup.ReadShare::share).toArray();
            List<FleetGroup.Fate> fates = group.fates();
            fateShares = fates.stream().mapToDouble(FleetGroup.Fate::share).toArray();
            for (int band = 0; band < bands.count(); band++) {
                bandMoments.add(group.sizes().band(bands.start(band), bands.end(band)));
            }
            bandShares = bandMoments.stream()
                    .mapToDouble(SizeDistribution.Band::share)
                    .toArray();
            for (FleetGroup.ReadShare read : reads) {
                for (FleetGroup.Fate fate : fates) {
                    for (int band = 0; band < bands.count(); band++) {
                        kinds.add(new ObjectKind(
                                group.prefix(),
                                group.tags(),
                                bands.start(band),
                                group.storageClass(),
                                read.pattern(),
                                isVersioned ? OptionalInt.empty() : fate.deletedAfterDays(),
                                OptionalLong.empty(),
                                isVersioned ? Optional.of(version(fate)) : Optional.empty()));
                    }
                }
            }
        }

        private static ObjectKind.Version version(FleetGroup.Fate fate) {
            if (fate.deletedAfterDays().isPresent()) {
                return ObjectKind.Version.succeeded(
                        new ObjectKind.Succession(fate.deletedAfterDays().getAsInt(), true));
            }
            return fate.overwrittenAfterDays().isPresent()
                    ? ObjectKind.Version.succeeded(new ObjectKind.Succession(
                            fate.overwrittenAfterDays().getAsInt(), false))
                    : ObjectKind.Version.CURRENT;
        }

        ObjectKind kind(int read, int fate, int band) {
            return kinds.get((read * fateShares.length + fate) * bands.count() + band);
        }

        /// `objects` objects of band `band` with bytes drawn for all of them together.
        ObjectBatch batch(RandomGenerator random, int band, long objects) {
            SizeDistribution.Band sizes = bandMoments.get(band);
            double count = (double) objects;
            double drawn = count * sizes.mean() + Math.sqrt(count) * sizes.deviation() * random.nextGaussian();
            long least = Math.multiplyExact(bands.start(band), objects);
            long largest = Math.min(bands.end(band) - 1, SizeDistribution.LARGEST);
            long most = Math.multiplyHigh(largest, objects) == 0 && largest * objects >= 0
                    ? largest * objects
                    : Long.MAX_VALUE;
            long bytes = Math.clamp(Math.round(drawn), least, most);
            boolean monitored = bands.start(band) >= ObjectBatch.FLOOR_BYTES;
            return new ObjectBatch(
                    objects,
                    bytes,
                    monitored ? 0 : objects * ObjectBatch.FLOOR_BYTES - bytes,
                    monitored ? objects : 0,
                    monitored ? bytes : 0);
        }
    }
}
