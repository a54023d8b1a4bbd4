package dev.rockpool.costmodel.fleet;

import dev.rockpool.lifecycle.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Objects of a fleet that are alike: the same prefix, tags, class and distributions.
///
/// @param name for people
/// @param prefix of their keys, may be empty
/// @param tags that each carries
/// @param storageClass that they are in, and that new ones are uploaded into
/// @param objects that are there when the first month starts, 0 to [#MOST_OBJECTS]
/// @param sizes of all of them
/// @param youngestDays age of the youngest when the first month starts, in days, 1 or more
/// @param oldestDays age of the oldest; ages in between are equally frequent
/// @param arrivalsPerDay new objects a day from the first month on, 0 or more
/// @param reads how often which share is read; the rest is never read
/// @param deletes which share is deleted when; the rest is kept
/// @param overwrites which share is overwritten when, which in a bucket with versions makes it noncurrent
public record FleetGroup(
        String name,
        String prefix,
        Map<String, String> tags,
        StorageClass storageClass,
        long objects,
        SizeDistribution sizes,
        int youngestDays,
        int oldestDays,
        double arrivalsPerDay,
        List<ReadShare> reads,
        List<DeleteShare> deletes,
        List<OverwriteShare> overwrites) {
    /// A million million.
    public static final long MOST_OBJECTS = 1_000_000_000_000L;

    /// A hundred years.
    public static final int MOST_DAYS = 36_525;

    /// Shares may miss one by as much as decimals that were rounded do.
    private static final double SLACK = 1e-9;

    /// A share of the objects and how often they are read.
    public record ReadShare(double share, ReadPattern pattern) {
        public ReadShare {
            checkShare(share);
        }
    }

    /// A share of the objects and the age at which they are deleted, 1 day or more.
    public record DeleteShare(double share, int afterDays) {
        public DeleteShare {
            checkShare(share);
            checkDays("afterDays", afterDays, 1);
        }
    }

    /// A share of the objects and the age at which a newer version is put over each, 1 day or more; over that one too.
    public record OverwriteShare(double share, int afterDays) {
        public OverwriteShare {
            checkShare(share);
            checkDays("afterDays", afterDays, 1);
        }
    }

    /// Objects that nobody overwrites.
    public FleetGroup(
            String name,
            String prefix,
            Map<String, String> tags,
            StorageClass storageClass,
            long objects,
            SizeDistribution sizes,
            int youngestDays,
            int oldestDays,
            double arrivalsPerDay,
            List<ReadShare> reads,
            List<DeleteShare> deletes) {
        this(
                name,
                prefix,
                tags,
                storageClass,
                objects,
                sizes,
                youngestDays,
                oldestDays,
                arrivalsPerDay,
                reads,
                deletes,
                List.of());
    }

    public FleetGroup {
        tags = Map.copyOf(tags);
        reads = List.copyOf(reads);
        deletes = List.copyOf(deletes);
        overwrites = List.copyOf(overwrites);
        if (objects < 0 || objects > MOST_OBJECTS) {
            throw new IllegalArgumentException("objects is 0 to " + MOST_OBJECTS + ", not " + objects + ".");
        }
        checkDays("youngestDays", youngestDays, 1);
        checkDays("oldestDays", oldestDays, youngestDays);
        if (!(arrivalsPerDay >= 0 && arrivalsPerDay <= MOST_OBJECTS)) {
            throw new IllegalArgumentException(
                    "arrivalsPerDay is 0 to " + MOST_OBJECTS + ", not " + arrivalsPerDay + ".");
        }
        checkSum("reads", reads.stream().mapToDouble(ReadShare::share).sum());
        checkSum(
                "deletes and overwrites",
                deletes.stream().mapToDouble(DeleteShare::share).sum()
                        + overwrites.stream().mapToDouble(OverwriteShare::share).sum());
    }

    /// How often each share is read, the rest that is never read at the end.
    List<ReadShare> allReads() {
        return withRest(
                reads,
                1 - reads.stream().mapToDouble(ReadShare::share).sum(),
                rest -> new ReadShare(rest, ReadPattern.NEVER));
    }

    /// How a share of the objects ends, as far as their owner decides it.
    ///
    /// @param deletedAfterDays when they are deleted
    /// @param overwrittenAfterDays when they are overwritten
    record Fate(double share, OptionalInt deletedAfterDays, OptionalInt overwrittenAfterDays) {}

    /// What becomes of each share; the rest that is kept comes last.
    List<Fate> fates() {
        List<Fate> fates = new ArrayList<>();
        deletes.forEach(
                delete -> fates.add(new Fate(delete.share(), OptionalInt.of(delete.afterDays()), OptionalInt.empty())));
        overwrites.forEach(
                over -> fates.add(new Fate(over.share(), OptionalInt.empty(), OptionalInt.of(over.afterDays()))));
        return withRest(
                fates,
                1 - fates.stream().mapToDouble(Fate::share).sum(),
                rest -> new Fate(rest, OptionalInt.empty(), OptionalInt.empty()));
    }

    /// This group with `factor` times the reads.
    public FleetGroup timesReads(double factor) {
        return read(reads.stream()
                .map(read -> new ReadShare(read.share(), read.pattern().times(factor)))
                .toList());
    }

    /// This group with `factor` times the sizes.
    public FleetGroup timesSizes(double factor) {
        return sized(sizes.times(factor));
    }

    /// This group with other reads.
    public FleetGroup read(List<ReadShare> other) {
        return new FleetGroup(
                name,
                prefix,
                tags,
                storageClass,
                objects,
                sizes,
                youngestDays,
                oldestDays,
                arrivalsPerDay,
                other,
                deletes,
                overwrites);
    }

    /// This group with other sizes.
    public FleetGroup sized(SizeDistribution other) {
        return new FleetGroup(
                name,
                prefix,
                tags,
                storageClass,
                objects,
                other,
                youngestDays,
                oldestDays,
                arrivalsPerDay,
                reads,
                deletes,
                overwrites);
    }

    /// This group in another class.
    public FleetGroup in(StorageClass other) {
        return new FleetGroup(
                name,
                prefix,
                tags,
                other,
                objects,
                sizes,
                youngestDays,
                oldestDays,
                arrivalsPerDay,
                reads,
                deletes,
                overwrites);
    }

    /// This group with other numbers of objects.
    ///
    /// @param there when the first month starts
    /// @param perDay that arrive
    public FleetGroup holding(long there, double perDay) {
        return new FleetGroup(
                name,
                prefix,
                tags,
                storageClass,
                there,
                sizes,
                youngestDays,
                oldestDays,
                perDay,
                reads,
                deletes,
                overwrites);
    }

    /// This group with other ages.
    public FleetGroup aged(int youngest, int oldest) {
        return new FleetGroup(
                name,
                prefix,
                tags,
                storageClass,
                objects,
                sizes,
                youngest,
                oldest,
                arrivalsPerDay,
                reads,
                deletes,
                overwrites);
    }

    /// This group with the first of its shares that are deleted changed.
    ///
    /// @param share bounded by what the others leave
    public FleetGroup deleting(double share, int afterDays) {
        List<DeleteShare> changed = new ArrayList<>(deletes);
        double others = deletes.stream().skip(1).mapToDouble(DeleteShare::share).sum()
                + overwrites.stream().mapToDouble(OverwriteShare::share).sum();
        DeleteShare first = new DeleteShare(Math.clamp(share, 0, 1 - others), afterDays);
        if (changed.isEmpty()) {
            changed.add(first);
        } else {
            changed.set(0, first);
        }
        return new FleetGroup(
                name,
                prefix,
                tags,
                storageClass,
                objects,
                sizes,
                youngestDays,
                oldestDays,
                arrivalsPerDay,
                reads,
                changed,
                overwrites);
    }

    private static <T> List<T> withRest(List<T> shares, double rest, java.util.function.DoubleFunction<T> made) {
        List<T> all = new ArrayList<>(shares);
        all.add(made.apply(rest < SLACK ? 0 : rest));
        return all;
    }

    private static void checkShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share is 0 to 1, not " + share + ".");
        }
    }

    private static void checkSum(String what, double sum) {
        if (sum > 1 + SLACK) {
            throw new IllegalArgumentException("The shares of " + what + " are 1 at most together, not " + sum + ".");
        }
    }

    private static void checkDays(String what, int days, int least) {
        if (days < least || days > MOST_DAYS) {
            throw new IllegalArgumentException(what + " is " + least + " to " + MOST_DAYS + ", not " + days + ".");
        }
    }
}
