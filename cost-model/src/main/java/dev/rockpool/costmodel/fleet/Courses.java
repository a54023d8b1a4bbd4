package dev.rockpool.costmodel.fleet;

import dev.rockpool.lifecycle.Course;
import dev.rockpool.lifecycle.Due;
import dev.rockpool.lifecycle.KeyLifecycle;
import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.LifecycleEvent;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.ObjectVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What lifecycle does to a kind of objects created on one day, worked out once.
final class Courses {
    /// Newer versions of a key that are played at the most: `NewerNoncurrentVersions` is 100 at the most.
    private static final int MOST_NEWER = 101;

    private final Lifecycle lifecycle;
    private final IdentityHashMap<ObjectKind, Map<Long, List<Course.Step>>> known = new IdentityHashMap<>();

    Courses(Lifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    /// The steps for `kind`, in the order of time.
    List<Course.Step> course(ObjectKind kind, long createdDay) {
        return known.computeIfAbsent(kind, _ -> new HashMap<>()).computeIfAbsent(createdDay, day -> steps(kind, day));
    }

    private List<Course.Step> steps(ObjectKind kind, long createdDay) {
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

    /// The steps of a version that is noncurrent already: its newer ones became so on the day it did, as an inventory
    /// does not tell of each.
    private List<Course.Step> noncurrent(ObjectKind kind, long createdDay, long noncurrentDay, int newer) {
        List<ObjectVersion> versions = new ArrayList<>();
        versions.add(version(kind, "played", createdDay));
        for (int successor = 0; successor <= newer; successor++) {
            versions.add(version(kind, "successor-" + successor, noncurrentDay));
        }
        List<Course.Step> steps = new ArrayList<>();
        KeyLifecycle key = lifecycle.track(kind.key(), versions);
        Optional<Due> due = key.next(createdDay);
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
        return steps;
    }

    private static ObjectVersion version(ObjectKind kind, String id, long day) {
        return new ObjectVersion(id, kind.bytes(), Midnight.at(day), kind.storageClass(), kind.tags(), false);
    }
}
