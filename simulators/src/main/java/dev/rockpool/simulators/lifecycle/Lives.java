package dev.rockpool.simulators.lifecycle;

import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.LifecycleEvent;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns what happens to keys into the lives of their versions.
final class Lives {
    private static final class Draft {
        private final int object;
        private final StoredKey key;
        private final ObjectVersion version;
        private final List<Life.Move> moves = new ArrayList<>();
        private Optional<Instant> noncurrentSince = Optional.empty();
        private long end = Life.NEVER;

        Draft(int object, StoredKey key, ObjectVersion version) {
            this.object = object;
            this.key = key;
            this.version = version;
        }

        Life done() {
            return new Life(
                    object,
                    key.key(),
                    version.id(),
                    version.isDeleteMarker() ? Life.Kind.MARKER : Life.Kind.VERSION,
                    version.bytes(),
                    key.count(),
                    version.created(),
                    version.storageClass(),
                    moves,
                    noncurrentSince,
                    end);
        }
    }

    private Lives() {}

    /// The lives of everything in a run, in the order of the scenario; the oldest version of a key first.
    static List<Life> of(LifecycleRun run) {
        List<List<LifecycleEvent>> events = new ArrayList<>();
        int objects = run.scenario().objects().size();
        for (int at = 0; at < objects + run.scenario().uploads().size(); at++) {
            events.add(new ArrayList<>(2));
        }
        run.happenings().forEach(happening -> events.get(happening.object()).add(happening.event()));
        List<Life> lives = new ArrayList<>();
        for (int at = 0; at < objects; at++) {
            key(at, run.scenario().objects().get(at), events.get(at), lives);
        }
        for (int at = 0; at < run.scenario().uploads().size(); at++) {
            lives.add(upload(objects + at, run.scenario().uploads().get(at), events.get(objects + at)));
        }
        return lives;
    }

    /// The lives if nothing ever happened.
    static List<Life> untouched(LifecycleScenario scenario) {
        return of(new LifecycleRun(scenario, scenario.reading(), List.of()));
    }

    private static void key(int index, StoredKey key, List<LifecycleEvent> events, List<Life> lives) {
        List<Draft> drafts = new ArrayList<>();
        Draft before = null;
        for (ObjectVersion version : key.versions()) {
            Draft draft = new Draft(index, key, version);
            if (before != null) {
                before.noncurrentSince = Optional.of(version.created());
            }
            drafts.add(draft);
            before = draft;
        }
        for (LifecycleEvent event : events) {
            if (event.action() == LifecycleAction.DELETE_MARKER) {
                drafts.add(marker(index, key, event, drafts));
                continue;
            }
            Draft draft = living(drafts, event.versionId());
            if (event.action() == LifecycleAction.TRANSITION) {
                draft.moves.add(new Life.Move(event.day(), event.to().orElseThrow()));
            } else {
                draft.end = event.day();
            }
        }
        drafts.forEach(draft -> lives.add(draft.done()));
    }

    private static Draft marker(int index, StoredKey key, LifecycleEvent event, List<Draft> drafts) {
        String id = event.marker().orElseThrow();
        Instant at = event.at();
        for (Draft draft : drafts) {
            boolean isThere = draft.end == Life.NEVER;
            if (isThere && draft.version.id().equals(id)) {
                draft.end = event.day();
            } else if (isThere && draft.noncurrentSince.isEmpty()) {
                draft.noncurrentSince = Optional.of(at);
            }
        }
        return new Draft(index, key, ObjectVersion.deleteMarker(id, at));
    }

    private static Draft living(List<Draft> drafts, String versionId) {
        for (int at = drafts.size() - 1; at >= 0; at--) {
            Draft draft = drafts.get(at);
            if (draft.end == Life.NEVER && draft.version.id().equals(versionId)) {
                return draft;
            }
        }
        throw new IllegalStateException("Version " + versionId + " is gone and cannot change");
    }

    private static Life upload(int index, PendingUpload upload, List<LifecycleEvent> events) {
        long end = events.isEmpty() ? Life.NEVER : events.getFirst().day();
        return new Life(
                index,
                upload.upload().key(),
                upload.upload().id(),
                Life.Kind.UPLOAD,
                upload.bytes(),
                1,
                upload.upload().initiated(),
                StorageClass.STANDARD,
                List.of(),
                Optional.empty(),
                end);
    }
}
