package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.index.IndexCursor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/// Storage-class analysis: how often the objects of a filter are asked for by age, and from which age on
/// STANDARD_IA may be the better class. Each midnight a day is added to the history, and the whole history is written
/// to the destination, `prefix/bucket/id.csv`.
///
/// **What is counted.** Reads that were answered (*GetObject*), and bytes that *PutObject* and *CopyObject* brought;
/// multipart uploads are not. What is kept is counted at midnight, after the rules had acted, of current versions. Age
/// groups hold objects of 128 KiB and more, the line `ALL` holds all. The counts of a day that is not over are written
/// when the store is closed or a branch of it is made; a crash loses them.
///
/// **What is recommended.** The service does not say how it decides. Here, after 30 days, the observed age is the first
/// age group, of 30 days at least, since a rule cannot move anything to STANDARD_IA sooner, from which on fewer bytes
/// were read in 30 days than were kept. It is recommended when it has been the same for a week.
///
/// Source: S3 user guide, *Amazon S3 analytics: storage class analysis* (factors, age groups, layout of the export).
final class Analyses {
    /// Days that are looked back on, and before which nothing is said.
    private static final int OBSERVED_DAYS = 30;

    /// Days after which an observed age counts as stable.
    private static final int STABLE_DAYS = 7;

    /// Where the counts of the day that is not over stand: before any other.
    private static final long TODAY = 0;

    private final Core core;
    private final Buckets buckets;
    private final Listing listing;
    private final ReportDelivery delivery;
    private final Map<Analysis, ObservedDay> today = new HashMap<>();

    /// An analysis of a bucket.
    private record Analysis(long bucket, String id) {}

    Analyses(Core core, Buckets buckets, Listing listing, ReportDelivery delivery) {
        this.core = core;
        this.buckets = buckets;
        this.listing = listing;
        this.delivery = delivery;
    }

    // --- through the day

    /// Notes that `bytes` of an object were asked for.
    void noteRead(StoredObject object, long bytes) {
        note(object, day -> day.retrieved(object.storageClass(), group(object, core.now()), bytes));
    }

    /// Notes that an object was put or copied.
    void noteUpload(StoredObject object) {
        note(object, day -> day.uploaded(object.storageClass(), object.bytes()));
    }

    private interface Noting {
        void in(ObservedDay day);
    }

    private void note(StoredObject object, Noting noting) {
        Optional<BucketState> bucket = buckets.find(object.bucket());
        if (bucket.isEmpty() || bucket.get().analytics().isEmpty()) {
            return;
        }
        synchronized (today) {
            for (AnalyticsConfiguration analytics : bucket.get().analytics()) {
                if (analytics.matches(object.key(), object.tags())) {
                    noting.in(today(bucket.get(), analytics));
                }
            }
        }
    }

    private ObservedDay today(BucketState bucket, AnalyticsConfiguration analytics) {
        return today.computeIfAbsent(new Analysis(bucket.number(), analytics.id()), analysis -> {
            byte[] kept = core.catalog().index().get(key(bucket, analytics.id(), TODAY));
            return kept == null ? new ObservedDay() : ObservedDay.read(kept);
        });
    }

    /// Writes down what was counted today.
    void keep() {
        Draft draft = core.catalog().draft();
        synchronized (today) {
            today.forEach((analysis, day) -> buckets.find(analysis.bucket())
                    .filter(bucket ->
                            bucket.analytics().stream().anyMatch(one -> one.id().equals(analysis.id())))
                    .ifPresent(bucket -> draft.put(key(bucket, analysis.id(), TODAY), day.bytes())));
        }
        try {
            core.commit(draft);
        } catch (StoreRefusal full) {
            // a full disk does not keep from closing; the counts of today are lost, as after a crash
            core.catalog().findNextDue();
        }
    }

    /// The age group of an object; empty for one that is too small to have one.
    private static Optional<AgeGroup> group(StoredObject object, Instant now) {
        return object.bytes() < StorageClass.SMALL_BYTES
                ? Optional.empty()
                : Optional.of(
                        AgeGroup.of(Duration.between(object.lastModified(), now).toDays()));
    }

    // --- at midnight

    /// Adds the day that ends at `at` to each history of a bucket, and exports it.
    void write(Draft draft, BucketState bucket, Instant at) {
        for (AnalyticsConfiguration analytics : bucket.analytics()) {
            ObservedDay day;
            synchronized (today) {
                day = today(bucket, analytics);
                today.remove(new Analysis(bucket.number(), analytics.id()));
            }
            count(bucket, analytics, at, day);
            SortedMap<Long, ObservedDay> history = history(bucket, analytics.id());
            long date = Midnight.dayOf(at) - 1;
            history.put(date, day);
            day.observe(observedAge(List.copyOf(history.values())));
            draft.remove(key(bucket, analytics.id(), TODAY));
            draft.put(key(bucket, analytics.id(), date), day.bytes());
            analytics.destinationBucket().filter(delivery::reaches).ifPresent(destination -> {
                String folder = analytics
                        .destinationPrefix()
                        .filter(prefix -> !prefix.isEmpty())
                        .map(prefix -> prefix.endsWith("/") ? prefix : prefix + "/")
                        .orElse("");
                delivery.put(
                        destination,
                        folder + bucket.name() + "/" + analytics.id() + ".csv",
                        AnalysisCsv.of(analytics, history).getBytes(StandardCharsets.UTF_8),
                        "text/csv");
            });
            draft.tell(new StoreEvent.ReportWritten(at, bucket.name(), analytics.id(), "analysis", day.objects()));
        }
    }

    private void count(BucketState bucket, AnalyticsConfiguration analytics, Instant at, ObservedDay day) {
        ListRequest request = new ListRequest(analytics.prefix().orElse(""), "", "", ListRequest.ALL.max());
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            ObjectPage page = listing.objects(bucket.name(), request.after(after.get()));
            page.objects().stream()
                    .filter(object -> analytics.matches(object.key(), object.tags()))
                    .forEach(object -> day.kept(object.storageClass(), group(object, at), object.bytes()));
            after = page.next();
        }
    }

    private static OptionalInt observedAge(List<ObservedDay> days) {
        if (days.size() < OBSERVED_DAYS) {
            return OptionalInt.empty();
        }
        List<ObservedDay> last = days.subList(days.size() - OBSERVED_DAYS, days.size());
        for (AgeGroup group : AgeGroup.values()) {
            Optional<AgeGroup> from = Optional.of(group);
            long stored = last.stream()
                            .mapToLong(day -> day.storedFrom(StorageClass.STANDARD, from))
                            .sum()
                    / OBSERVED_DAYS;
            long retrieved = last.stream()
                    .mapToLong(day -> day.retrievedFrom(StorageClass.STANDARD, from))
                    .sum();
            if (group.firstDay() >= OBSERVED_DAYS && stored > 0 && retrieved < stored) {
                return OptionalInt.of((int) group.firstDay());
            }
        }
        return OptionalInt.empty();
    }

    /// The age of the last day of a history, if it has been the same for long enough.
    static OptionalInt recommendedAge(List<ObservedDay> days) {
        if (days.size() < STABLE_DAYS) {
            return OptionalInt.empty();
        }
        OptionalInt age = days.getLast().observedAge();
        return days.subList(days.size() - STABLE_DAYS, days.size()).stream()
                        .allMatch(day -> day.observedAge().equals(age))
                ? age
                : OptionalInt.empty();
    }

    // --- histories

    private static byte[] key(BucketState bucket, String id, long date) {
        return KeySpace.configuration(
                bucket.number(),
                Configurations.OBSERVED,
                id + "\0" + HexFormat.of().toHexDigits((int) date));
    }

    private SortedMap<Long, ObservedDay> history(BucketState bucket, String id) {
        SortedMap<Long, ObservedDay> history = new TreeMap<>();
        byte[] prefix = prefix(bucket, id);
        IndexCursor cursor = core.catalog().index().from(prefix);
        while (cursor.next() && KeySpace.startsWith(cursor.key(), prefix)) {
            long date = Long.parseLong(
                    new String(
                            cursor.key(),
                            prefix.length,
                            cursor.key().length - prefix.length,
                            StandardCharsets.US_ASCII),
                    16);
            if (date != TODAY) {
                history.put(date, ObservedDay.read(cursor.value()));
            }
        }
        return history;
    }

    private static byte[] prefix(BucketState bucket, String id) {
        return KeySpace.configuration(bucket.number(), Configurations.OBSERVED, id + "\0");
    }

    /// Forgets the history of an analysis.
    void forget(BucketState bucket, Draft draft, String id) {
        synchronized (today) {
            today.remove(new Analysis(bucket.number(), id));
        }
        byte[] prefix = prefix(bucket, id);
        IndexCursor cursor = core.catalog().index().from(prefix);
        while (cursor.next() && KeySpace.startsWith(cursor.key(), prefix)) {
            draft.remove(cursor.key());
        }
    }
}
