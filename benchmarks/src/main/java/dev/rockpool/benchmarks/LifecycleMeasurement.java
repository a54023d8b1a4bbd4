package dev.rockpool.benchmarks;

import dev.rockpool.lifecycle.KeyLifecycle;
import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleEvent;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Timeline;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.lifecycle.When;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The timeline of a whole bucket: objects that move twice and end, without versions and with them. An object-day is a
/// day in which one object is there; the model jumps over those in which nothing is due.
final class LifecycleMeasurement implements Measurement {
    private static final int ROUNDS = 5;
    private static final int OBJECTS = 200_000;
    private static final int DAYS = 1_095;
    private static final Instant START = Instant.parse("2026-01-01T09:30:00Z");
    private static final LifecycleRule MOVING = LifecycleRule.of("logs", LifecycleFilter.prefix("logs/"))
            .moving(30, StorageClass.STANDARD_IA)
            .moving(90, StorageClass.GLACIER_IR)
            .expiring(new When.AfterDays(730));

    @Override
    public String name() {
        return "lifecycle";
    }

    @Override
    public String description() {
        return "the timeline of a whole bucket under lifecycle rules, against the bound";
    }

    @Override
    public void measure(BenchRun run) {
        LifecycleConfiguration plain = new LifecycleConfiguration(List.of(MOVING));
        LifecycleConfiguration versioned = new LifecycleConfiguration(List.of(versioned()));
        double best = 0;
        double bestVersioned = 0;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.max(best, objectDays(Versioning.DISABLED, 1, plain));
            bestVersioned = Math.max(bestVersioned, objectDays(Versioning.ENABLED, 3, versioned));
        }
        String unit = "million object-days/s";
        run.tell(Figure.of("200,000 objects × 1,095 days", best / 1e6, unit).atLeast(20));
        run.tell(Figure.of("the same in three versions a key", bestVersioned / 1e6, unit)
                .atLeast(20));
    }

    private static LifecycleRule versioned() {
        return new LifecycleRule(
                MOVING.id(),
                true,
                MOVING.filter(),
                MOVING.expiration(),
                MOVING.transitions(),
                Optional.of(new LifecycleRule.NoncurrentExpiration(60, OptionalInt.of(1))),
                List.of(),
                OptionalInt.empty());
    }

    /// How many a second.
    private static double objectDays(Versioning versioning, int versions, LifecycleConfiguration rules) {
        Lifecycle lifecycle =
                new Lifecycle(rules, versioning, TransitionMinimum.ALL_STORAGE_CLASSES_128K, Lifecycle.ALWAYS);
        int keys = OBJECTS / versions;
        List<KeyLifecycle> bucket = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            bucket.add(lifecycle.track("logs/" + key, versions(key, versions)));
        }
        Instant until = START.plus(DAYS, ChronoUnit.DAYS);
        long began = System.nanoTime();
        List<LifecycleEvent> events = new Timeline(lifecycle).events(bucket, List.of(), until);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (events.isEmpty()) {
            throw new IllegalStateException("nothing was due");
        }
        return (double) keys * versions * DAYS / seconds;
    }

    private static List<ObjectVersion> versions(int key, int count) {
        List<ObjectVersion> versions = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            versions.add(new ObjectVersion(
                    count == 1 ? ObjectVersion.NULL_ID : "v" + at,
                    1_000_000,
                    START.plus(key % 365 + 5L * at, ChronoUnit.DAYS),
                    StorageClass.STANDARD,
                    Map.of(),
                    false));
        }
        return versions;
    }
}
