package dev.rockpool.quiz.lifecycle;

import dev.rockpool.lifecycle.Course;
import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.simulators.lifecycle.LifecycleLab;
import dev.rockpool.simulators.lifecycle.LifecycleScenario;
import dev.rockpool.simulators.lifecycle.StoredKey;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/// What the templates share: a rule, what it does to one object, and the lab in which that is seen.
final class LifecycleScenarios {
    static final LifecycleLab LAB = new LifecycleLab();

    /// Large enough for every class.
    static final long BYTES = 1L << 22;

    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.ENGLISH);
    private static final int DAYS_A_YEAR = 365;
    private static final int MINUTES_A_DAY = 1_440;
    private static final int FIRST_YEAR = 2026;
    private static final int SEEN_AFTER_DAYS = 3;

    private LifecycleScenarios() {}

    /// A minute of some day, not midnight.
    static LocalDateTime moment(RandomGenerator random) {
        return LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0)
                .plusDays(random.nextInt(DAYS_A_YEAR))
                .plusMinutes(1 + random.nextInt(MINUTES_A_DAY - 1));
    }

    /// `15 January 2026 at 10:30`.
    static String written(LocalDateTime moment) {
        return moment.format(WRITTEN);
    }

    static Instant instant(LocalDateTime moment) {
        return moment.toInstant(ZoneOffset.UTC);
    }

    /// A rule for all objects.
    static LifecycleRule rule() {
        return LifecycleRule.of("question", LifecycleFilter.ALL);
    }

    /// What a rule does to an object of a bucket without versions.
    static Course course(LifecycleRule rule, LocalDateTime written) {
        return new Lifecycle(new LifecycleConfiguration(List.of(rule)), Versioning.DISABLED)
                .course("question", BYTES, Map.of(), StorageClass.STANDARD, Midnight.dayOf(instant(written)));
    }

    /// The lab with one key under one rule, until a few days after `day` days from the first version.
    static LabScenario show(
            LifecycleRule rule, Versioning versioning, long count, List<ObjectVersion> versions, long day) {
        Instant first = versions.getFirst().created();
        return LabScenario.of(
                LAB,
                new LifecycleScenario(
                        versioning,
                        LifecycleJson.write(new LifecycleConfiguration(List.of(rule)))
                                .toString(),
                        List.of(new StoredKey("question", count, versions)),
                        List.of(),
                        Midnight.at(Midnight.dayOf(first) + day + SEEN_AFTER_DAYS),
                        TransitionMinimum.ALL_STORAGE_CLASSES_128K,
                        List.of()));
    }
}
