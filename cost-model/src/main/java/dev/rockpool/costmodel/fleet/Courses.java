package dev.rockpool.costmodel.fleet;

import dev.rockpool.lifecycle.Course;
import dev.rockpool.lifecycle.Due;
import dev.rockpool.lifecycle.KeyLifecycle;
import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleEvent;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What lifecycle does to a kind of objects created on one day, worked out once.
final class Courses {
    /// Newer versions of a key that are played at the most: `NewerNoncurrentVersions` is 100 at the most.
    private static final int MOST_NEWER = 101;

    private final Lifecycle lifecycle;

    /// The most newer noncurrent versions that any rule retains.
    private final int newest;

    private final IdentityHashMap<ObjectKind, Map<Long, List<Course.Step>>> known = new IdentityHashMap<>();

    /// @param configuration that `lifecycle` decides by
    Courses(Lifecycle lifecycle, LifecycleConfiguration configuration) {
        this.lifecycle = lifecycle;
        newest = configuration.rules().stream()
                .flatMapToInt(Courses::newer)
                .max()
                .orElse(0);
    }

    /// How many newer noncurrent versions a rule retains.
    private static IntStream newer(LifecycleRule rule) {
        return IntStream.concat(
                rule.noncurrentExpiration().stream().flatMapToInt(end -> end.newer().stream()),
                rule.noncurrentTransitions().stream().flatMapToInt(move -> move.newer().stream()));
    }

    /// The steps for `kind`, in the order of time.
    List<Course.Step> course(ObjectKind kind, long createdDay) {
        return known.computeIfAbsent(kind, _ -> new HashMap<>()).computeIfAbsent(createdDay, day -> steps(kind, day));
    }

    private List<Course.Step> steps(ObjectKind kind, long createdDay) {
        Optional<ObjectKind.Succession> succession = kind.version().flatMap(ObjectKind.Version::succession);
        if (succession.isPresent()) {
            return succeeded(kind, createdDay, succession.get());
        }
        if (kind.version().isPresent() && kind.version().get().noncurrentDay().isPresent()) {
            return noncurrent(
                    kind,
                    createdDay,
                    kind.version().get().noncurrentDay().getAsLong(),
                    Math.min(MOST_NEWER, kind.version().get().newerNoncurrent()));
        }
        return lifecycle
                .course(kind.key(), kind.bytes(), kind.tags(), kind.storageClass(), createdDay)
                .steps();
    }

    /// The steps of a version that something comes upon: those of a current one until then, and then those of a
    /// noncurrent one. If the rules put a marker over it first, what comes later changes nothing for it.
    private List<Course.Step> succeeded(ObjectKind kind, long createdDay, ObjectKind.Succession succession) {
        List<Course.Step> alone = lifecycle
                .course(kind.key(), kind.bytes(), kind.tags(), kind.storageClass(), createdDay)
                .steps();
        List<Course.Step> steps = new ArrayList<>();
        StorageClass storageClass = kind.storageClass();
        for (Course.Step step : alone) {
            if (step.afterDays() > succession.afterDays()) {
                break;
            }
            if (step.action() != LifecycleAction.TRANSITION) {
                return alone;
            }
            steps.add(step);
            storageClass = step.to().orElse(storageClass);
        }
        List<ObjectVersion> versions = new ArrayList<>();
        versions.add(version(kind, "played", createdDay, storageClass));
        if (succession.byMarker()) {
            versions.add(new ObjectVersion(
                    "marker",
                    0,
                    Midnight.at(createdDay + succession.afterDays()),
                    StorageClass.STANDARD,
                    Map.of(),
                    true));
        } else {
            for (int successor = 1; successor <= newest + 1; successor++) {
                versions.add(version(
                        kind, "successor-" + successor, createdDay + (long) successor * succession.afterDays()));
            }
        }
        play(kind, versions, createdDay, createdDay + succession.afterDays(), steps);
        return steps;
    }

    /// The steps of a version that is noncurrent already: its newer ones became so on the day it did, as an inventory
    /// does not tell of each.
    private List<Course.Step> noncurrent(ObjectKind kind, long createdDay, long noncurrentDay, int newer) {
        List<ObjectVersion> versions = new ArrayList<>();
        versions.add(version(kind, "played", createdDay));
        for (int successor = 0; successor <= newer; successor++) {
            versions.add(version(kind, "successor-" + successor, noncurrentDay));
        }
        List<Course.Step> steps = new ArrayList<>();
        play(kind, versions, createdDay, createdDay, steps);
        return steps;
    }

    /// Adds what happens to the version that is played, from the midnight after `from` on.
    private void play(
            ObjectKind kind, List<ObjectVersion> versions, long createdDay, long from, List<Course.Step> steps) {
        KeyLifecycle key = lifecycle.track(kind.key(), versions);
        Optional<Due> due = key.next(from);
        while (due.isPresent()
                && key.versions().stream().anyMatch(version -> version.id().equals("played"))) {
            for (LifecycleEvent event : due.get().events()) {
                if (event.versionId().equals("played")) {
                    steps.add(new Course.Step(event.day() - createdDay, event.action(), event.to(), event.rule()));
                }
            }
            key = due.get().then();
            due = key.next(due.get().day());
        }
    }

    private static ObjectVersion version(ObjectKind kind, String id, long day) {
        return version(kind, id, day, kind.storageClass());
    }

    private static ObjectVersion version(ObjectKind kind, String id, long day, StorageClass storageClass) {
        return new ObjectVersion(id, kind.bytes(), Midnight.at(day), storageClass, kind.tags(), false);
    }
}
