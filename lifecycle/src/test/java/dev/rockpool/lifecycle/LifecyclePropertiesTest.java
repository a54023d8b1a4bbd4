package dev.rockpool.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.trials.Trials;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What holds for any rules and any versions, against a plain reading of the rules that ticks through the days.
final class LifecyclePropertiesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2027-06-01T00:00:00Z");

    /// Asking midnight by midnight gives the same events as jumping from one due midnight to the next.
    @Test
    void jumpingIsTicking() {
        Trials.run(400, random -> {
            Lifecycle lifecycle = lifecycle(random);
            List<ObjectVersion> versions = versions(random);
            KeyLifecycle key = lifecycle.track("logs/a", versions);
            List<LifecycleEvent> jumped = new Timeline(lifecycle).events(List.of(key), List.of(), END);
            List<LifecycleEvent> ticked = new ArrayList<>();
            for (long day = key.firstDay() + 1; day <= Midnight.dayOf(END); day++) {
                if (key.versions().isEmpty()) {
                    break;
                }
                Optional<Due> due = key.next(day - 1);
                if (due.isPresent() && due.get().day() == day) {
                    ticked.addAll(due.get().events());
                    key = due.get().then();
                }
            }
            assertThat(ticked).isEqualTo(jumped);
        });
    }

    /// Every transition leads downhill from where the version was, no version acts after its end, and a version has one
    /// action a midnight.
    @Test
    void historiesMakeSense() {
        Trials.run(400, random -> {
            Lifecycle lifecycle = lifecycle(random);
            List<ObjectVersion> versions = versions(random);
            List<LifecycleEvent> events =
                    new Timeline(lifecycle).events(List.of(lifecycle.track("logs/a", versions)), List.of(), END);
            for (ObjectVersion version : versions) {
                StorageClass at = version.storageClass();
                long last = Midnight.dayOf(version.created());
                boolean isGone = false;
                for (LifecycleEvent event : events) {
                    if (!event.versionId().equals(version.id())) {
                        continue;
                    }
                    assertThat(isGone).isFalse();
                    assertThat(event.day()).isGreaterThan(last);
                    last = event.day();
                    if (event.action() == LifecycleAction.TRANSITION) {
                        assertThat(event.from()).contains(at);
                        assertThat(at.canTransitionTo(event.to().orElseThrow())).isTrue();
                        at = event.to().orElseThrow();
                    }
                    isGone = event.action() == LifecycleAction.PERMANENTLY_DELETE
                            || event.action() == LifecycleAction.EXPIRE
                            || event.action() == LifecycleAction.REMOVE_EXPIRED_DELETE_MARKER;
                }
            }
        });
    }

    /// The course of one object is its timeline, whether it comes from the cache or not.
    @Test
    void coursesAreTimelines() {
        Trials.run(400, random -> {
            Lifecycle lifecycle = lifecycle(random);
            long first = Midnight.dayOf(START) + random.nextInt(100);
            long bytes = random.nextInt(300_000);
            for (int time = 0; time < 2; time++) {
                long created = first + 13L * time;
                Course course = lifecycle.course("logs/b", bytes, Map.of("k", "v"), StorageClass.STANDARD, created);
                ObjectVersion version = new ObjectVersion(
                        ObjectVersion.NULL_ID,
                        bytes,
                        Midnight.at(created).plusSeconds(random.nextInt(86_400)),
                        StorageClass.STANDARD,
                        Map.of("k", "v"),
                        false);
                List<LifecycleEvent> events = new Timeline(lifecycle)
                        .events(
                                List.of(lifecycle.track("logs/b", List.of(version))),
                                List.of(),
                                Instant.parse("2040-01-01T00:00:00Z"));
                assertThat(course.steps())
                        .isEqualTo(events.stream()
                                .map(event -> new Course.Step(
                                        event.day() - created, event.action(), event.to(), event.rule()))
                                .toList());
            }
        });
    }

    /// For one unversioned object and rules in days, the class on any day is that of a plain reading of the guide: of
    /// the destinations due so far in order of days, the preferred of each day, as far as it leads downhill.
    @Test
    void classesFollowThePlainReading() {
        Trials.run(600, random -> {
            List<LifecycleRule> rules = new ArrayList<>();
            for (int at = 0; at < 1 + random.nextInt(4); at++) {
                LifecycleRule rule = LifecycleRule.of("r" + at, LifecycleFilter.ALL);
                for (int move = 0; move < random.nextInt(3); move++) {
                    StorageClass to = destination(random);
                    rule = rule.moving(to.isInfrequentAccess() ? 30 + random.nextInt(9) : random.nextInt(39), to);
                }
                rules.add(rule);
            }
            Lifecycle lifecycle = new Lifecycle(new LifecycleConfiguration(rules), Versioning.DISABLED);
            StorageClass expected = StorageClass.STANDARD;
            List<String> told = new ArrayList<>();
            for (int age = 0; age < 60; age++) {
                Optional<StorageClass> best = Optional.empty();
                for (LifecycleRule rule : rules) {
                    for (LifecycleRule.Transition move : rule.transitions()) {
                        if (move.when().equals(new When.AfterDays(age))
                                && (best.isEmpty()
                                        || move.to().preference() > best.get().preference())) {
                            best = Optional.of(move.to());
                        }
                    }
                }
                if (best.isPresent() && expected.canTransitionTo(best.get())) {
                    expected = best.get();
                    told.add((age + 1) + " " + expected);
                }
            }
            Course course = lifecycle.course("a", 1_000_000, Map.of(), StorageClass.STANDARD, 20_000);
            assertThat(course.steps().stream()
                            .map(step -> step.afterDays() + " " + step.to().orElseThrow()))
                    .isEqualTo(told);
        });
    }

    private static StorageClass destination(RandomGenerator random) {
        List<StorageClass> all = java.util.Arrays.stream(StorageClass.values())
                .filter(StorageClass::isDestination)
                .toList();
        return all.get(random.nextInt(all.size()));
    }

    private static Lifecycle lifecycle(RandomGenerator random) {
        List<LifecycleRule> rules = new ArrayList<>();
        for (int at = 0; at < 1 + random.nextInt(4); at++) {
            rules.add(rule(random, "r" + at));
        }
        return new Lifecycle(
                new LifecycleConfiguration(rules),
                pick(random, Versioning.values()),
                pick(random, TransitionMinimum.values()),
                random.nextBoolean() ? Lifecycle.ALWAYS : START.plusSeconds(random.nextInt(10_000_000)));
    }

    private static <T> T pick(RandomGenerator random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static LifecycleRule rule(RandomGenerator random, String id) {
        List<LifecycleRule.Transition> moves = new ArrayList<>();
        List<LifecycleRule.NoncurrentTransition> noncurrent = new ArrayList<>();
        for (int at = 0; at < random.nextInt(3); at++) {
            moves.add(new LifecycleRule.Transition(when(random), destination(random)));
            noncurrent.add(
                    new LifecycleRule.NoncurrentTransition(random.nextInt(60), newer(random), destination(random)));
        }
        return new LifecycleRule(
                id,
                random.nextInt(8) > 0,
                random.nextInt(3) > 0 ? LifecycleFilter.ALL : LifecycleFilter.prefix("logs/"),
                switch (random.nextInt(3)) {
                    case 0 -> Optional.of(new LifecycleRule.Expiration.Of(when(random)));
                    case 1 -> Optional.of(new LifecycleRule.Expiration.OfLoneMarkers(true));
                    default -> Optional.empty();
                },
                moves,
                random.nextBoolean()
                        ? Optional.of(new LifecycleRule.NoncurrentExpiration(1 + random.nextInt(60), newer(random)))
                        : Optional.empty(),
                noncurrent,
                OptionalInt.empty());
    }

    private static OptionalInt newer(RandomGenerator random) {
        return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(3));
    }

    private static When when(RandomGenerator random) {
        return random.nextInt(4) > 0
                ? new When.AfterDays(1 + random.nextInt(120))
                : new When.OnDate(LocalDate.parse("2026-01-15").plusDays(random.nextInt(120)));
    }

    /// Up to five versions; in a bucket that keeps none only the last would be there, the rest is ignored alike.
    private static List<ObjectVersion> versions(RandomGenerator random) {
        List<ObjectVersion> versions = new ArrayList<>();
        Instant time = START;
        int count = 1 + random.nextInt(5);
        for (int at = 0; at < count; at++) {
            time = time.plusSeconds(random.nextInt(2_000_000));
            versions.add(
                    random.nextInt(5) == 0
                            ? ObjectVersion.deleteMarker("m" + at, time)
                            : new ObjectVersion(
                                    "v" + at, random.nextInt(300_000), time, StorageClass.STANDARD, Map.of(), false));
        }
        return versions;
    }
}
