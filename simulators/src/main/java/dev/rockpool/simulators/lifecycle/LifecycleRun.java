package dev.rockpool.simulators.lifecycle;

import dev.rockpool.lifecycle.Due;
import dev.rockpool.lifecycle.KeyLifecycle;
import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleEvent;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.ObjectVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Everything that happens in a scenario, known from the start: nobody writes to the bucket, and nothing is random.
///
/// @param scenario what ran
/// @param reading what the service made of the rules; if it refused them, nothing happens
/// @param happenings in the order of time
record LifecycleRun(LifecycleScenario scenario, LifecycleReading reading, List<Happening> happenings) {
    LifecycleRun {
        happenings = List.copyOf(happenings);
    }

    /// An event and whom it happens to.
    ///
    /// @param object index among the scenario's objects, or of an upload: `objects + index`
    record Happening(int object, LifecycleEvent event) {}

    static LifecycleRun of(LifecycleScenario scenario) {
        LifecycleReading reading = scenario.reading();
        LifecycleConfiguration configuration = switch (reading) {
            case LifecycleReading.Accepted(LifecycleConfiguration accepted) -> accepted;
            case LifecycleReading.Rejected _ -> LifecycleConfiguration.NONE;
        };
        List<Phase> phases = phases(scenario, configuration);
        List<Happening> happenings = new ArrayList<>();
        for (int at = 0; at < scenario.objects().size(); at++) {
            key(at, scenario.objects().get(at), phases, happenings);
        }
        for (int at = 0; at < scenario.uploads().size(); at++) {
            upload(scenario.objects().size() + at, scenario.uploads().get(at), phases, happenings);
        }
        happenings.sort(Comparator.comparingLong(happening -> happening.event().day()));
        return new LifecycleRun(scenario, reading, happenings);
    }

    /// The day of the first thing that was written; that of `until` in an empty bucket.
    static long firstDay(LifecycleScenario scenario) {
        long first = Midnight.dayOf(scenario.until());
        for (StoredKey object : scenario.objects()) {
            for (ObjectVersion version : object.versions()) {
                first = Math.min(first, Midnight.dayOf(version.created()));
            }
        }
        for (PendingUpload upload : scenario.uploads()) {
            first = Math.min(first, Midnight.dayOf(upload.upload().initiated()));
        }
        return first;
    }

    /// The last midnight of the run.
    long lastDay() {
        return Midnight.dayOf(scenario.until());
    }

    /// The rules between two pauses.
    ///
    /// @param last the last midnight at which they act
    private record Phase(Lifecycle lifecycle, long last) {}

    private static List<Phase> phases(LifecycleScenario scenario, LifecycleConfiguration configuration) {
        List<Phase> phases = new ArrayList<>();
        Instant since = Lifecycle.ALWAYS;
        for (Pause pause : scenario.pauses()) {
            long last = Math.min(Midnight.dayOf(pause.from()), Midnight.dayOf(scenario.until()));
            phases.add(new Phase(new Lifecycle(configuration, scenario.versioning(), scenario.minimum(), since), last));
            since = pause.until();
        }
        phases.add(new Phase(
                new Lifecycle(configuration, scenario.versioning(), scenario.minimum(), since),
                Midnight.dayOf(scenario.until())));
        return phases;
    }

    private static void key(int index, StoredKey object, List<Phase> phases, List<Happening> happenings) {
        List<ObjectVersion> versions = object.versions();
        long day = versions.stream()
                .mapToLong(version -> Midnight.dayOf(version.created()))
                .min()
                .orElseThrow();
        for (Phase phase : phases) {
            if (versions.isEmpty()) {
                return;
            }
            KeyLifecycle key = phase.lifecycle().track(object.key(), versions);
            Optional<Due> due = key.next(day);
            while (due.isPresent() && due.get().day() <= phase.last()) {
                due.get().events().forEach(event -> happenings.add(new Happening(index, event)));
                key = due.get().then();
                day = due.get().day();
                due = key.next(day);
            }
            versions = key.versions();
            day = Math.max(day, phase.last());
        }
    }

    private static void upload(int index, PendingUpload upload, List<Phase> phases, List<Happening> happenings) {
        for (Phase phase : phases) {
            Optional<Lifecycle.Expiry> end = phase.lifecycle().abort(upload.upload());
            if (end.isPresent() && end.get().day() <= phase.last()) {
                happenings.add(new Happening(
                        index,
                        new LifecycleEvent(
                                end.get().day(),
                                upload.upload().key(),
                                upload.upload().id(),
                                LifecycleAction.ABORT_UPLOAD,
                                Optional.empty(),
                                Optional.empty(),
                                end.get().rule(),
                                Optional.empty(),
                                List.of())));
                return;
            }
        }
    }
}
