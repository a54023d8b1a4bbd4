package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.StorageClass;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What storage-class analysis saw of its objects on one day: for each storage class what was kept and what was
/// asked for, by age group and in all.
final class ObservedDay {
    /// All objects, small ones too.
    private static final int ALL = AgeGroup.values().length;

    private final Map<StorageClass, Counts> counts = new EnumMap<>(StorageClass.class);
    private OptionalInt observedAge = OptionalInt.empty();

    /// Of one storage class.
    private static final class Counts {
        private long objects;
        private long uploaded;
        private final long[] stored = new long[ALL + 1];
        private final long[] retrieved = new long[ALL + 1];
        private final long[] requests = new long[ALL + 1];
    }

    private Counts of(StorageClass storageClass) {
        return counts.computeIfAbsent(storageClass, any -> new Counts());
    }

    void kept(StorageClass storageClass, Optional<AgeGroup> group, long bytes) {
        Counts of = of(storageClass);
        of.objects++;
        of.stored[ALL] += bytes;
        group.ifPresent(age -> of.stored[age.place()] += bytes);
    }

    void uploaded(StorageClass storageClass, long bytes) {
        of(storageClass).uploaded += bytes;
    }

    void retrieved(StorageClass storageClass, Optional<AgeGroup> group, long bytes) {
        Counts of = of(storageClass);
        of.retrieved[ALL] += bytes;
        of.requests[ALL]++;
        group.ifPresent(age -> {
            of.retrieved[age.place()] += bytes;
            of.requests[age.place()]++;
        });
    }

    /// From how many days on objects of STANDARD were found to be asked for seldom.
    OptionalInt observedAge() {
        return observedAge;
    }

    void observe(OptionalInt age) {
        observedAge = age;
    }

    Iterable<StorageClass> classes() {
        return counts.keySet();
    }

    boolean has(StorageClass storageClass) {
        return counts.containsKey(storageClass);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    long objects(StorageClass storageClass) {
        return of(storageClass).objects;
    }

    long objects() {
        return counts.values().stream().mapToLong(of -> of.objects).sum();
    }

    long uploaded(StorageClass storageClass) {
        return of(storageClass).uploaded;
    }

    /// @param group empty for all
    long stored(StorageClass storageClass, Optional<AgeGroup> group) {
        return of(storageClass).stored[at(group)];
    }

    /// @param group empty for all
    long retrieved(StorageClass storageClass, Optional<AgeGroup> group) {
        return of(storageClass).retrieved[at(group)];
    }

    /// @param group empty for all
    long requests(StorageClass storageClass, Optional<AgeGroup> group) {
        return of(storageClass).requests[at(group)];
    }

    /// What was kept of the group and all older ones; of all objects without one.
    long storedFrom(StorageClass storageClass, Optional<AgeGroup> group) {
        return from(of(storageClass).stored, group);
    }

    /// What was asked for of the group and all older ones; of all objects without one.
    long retrievedFrom(StorageClass storageClass, Optional<AgeGroup> group) {
        return from(of(storageClass).retrieved, group);
    }

    private static long from(long[] values, Optional<AgeGroup> group) {
        if (group.isEmpty()) {
            return values[ALL];
        }
        long sum = 0;
        for (int at = group.get().place(); at < ALL; at++) {
            sum += values[at];
        }
        return sum;
    }

    private static int at(Optional<AgeGroup> group) {
        return group.map(AgeGroup::place).orElse(ALL);
    }

    byte[] bytes() {
        RecordWriter out = new RecordWriter();
        out.flag(observedAge.isPresent()).number(observedAge.orElse(0)).number(counts.size());
        counts.forEach((storageClass, of) -> {
            out.constant(storageClass).number(of.objects).number(of.uploaded);
            for (int at = 0; at <= ALL; at++) {
                out.number(of.stored[at]).number(of.retrieved[at]).number(of.requests[at]);
            }
        });
        return out.done();
    }

    static ObservedDay read(byte[] bytes) {
        RecordReader in = new RecordReader(bytes);
        ObservedDay day = new ObservedDay();
        boolean observed = in.flag();
        int age = (int) in.number();
        day.observedAge = observed ? OptionalInt.of(age) : OptionalInt.empty();
        for (long left = in.number(); left > 0; left--) {
            Counts of = day.of(in.constant(StorageClass.class));
            of.objects = in.number();
            of.uploaded = in.number();
            for (int at = 0; at <= ALL; at++) {
                of.stored[at] = in.number();
                of.retrieved[at] = in.number();
                of.requests[at] = in.number();
            }
        }
        return day;
    }
}
