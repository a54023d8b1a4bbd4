package dev.rockpool.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A bucket for a test: rules, objects, and what happens to them, one line an event.
final class Scene {
    private final LifecycleConfiguration configuration;
    private Versioning versioning = Versioning.DISABLED;
    private TransitionMinimum minimum = TransitionMinimum.ALL_STORAGE_CLASSES_128K;
    private Instant inForceSince = Lifecycle.ALWAYS;
    private final List<String> keys = new ArrayList<>();
    private final List<List<ObjectVersion>> versions = new ArrayList<>();
    private final List<Upload> uploads = new ArrayList<>();

    private Scene(LifecycleConfiguration configuration) {
        this.configuration = configuration;
    }

    /// The rules of a `{"Rules":[…]}`, which must be acceptable.
    static Scene of(String rules) {
        return switch (LifecycleJson.read("rules", rules)) {
            case LifecycleReading.Accepted(LifecycleConfiguration configuration) -> new Scene(configuration);
            case LifecycleReading.Rejected(List<LifecycleFault> faults) ->
                throw new AssertionError("rejected: " + faults);
        };
    }

    Scene versioning(Versioning value) {
        versioning = value;
        return this;
    }

    Scene minimum(TransitionMinimum value) {
        minimum = value;
        return this;
    }

    Scene inForceSince(String time) {
        inForceSince = Instant.parse(time);
        return this;
    }

    Scene object(String key, String created) {
        return object(key, created, 1_000_000, Map.of());
    }

    Scene object(String key, String created, long bytes, Map<String, String> tags) {
        return key(
                key,
                new ObjectVersion(
                        ObjectVersion.NULL_ID, bytes, Instant.parse(created), StorageClass.STANDARD, tags, false));
    }

    Scene key(String key, ObjectVersion... all) {
        keys.add(key);
        versions.add(List.of(all));
        return this;
    }

    Scene upload(String key, String initiated) {
        uploads.add(new Upload(key, "upload", Instant.parse(initiated)));
        return this;
    }

    static ObjectVersion version(String id, String created) {
        return new ObjectVersion(id, 1_000_000, Instant.parse(created), StorageClass.STANDARD, Map.of(), false);
    }

    static ObjectVersion marker(String id, String created) {
        return ObjectVersion.deleteMarker(id, Instant.parse(created));
    }

    Lifecycle lifecycle() {
        return new Lifecycle(configuration, versioning, minimum, inForceSince);
    }

    List<LifecycleEvent> events(String until) {
        Lifecycle lifecycle = lifecycle();
        List<KeyLifecycle> tracked = new ArrayList<>();
        for (int at = 0; at < keys.size(); at++) {
            tracked.add(lifecycle.track(keys.get(at), versions.get(at)));
        }
        return new Timeline(lifecycle).events(tracked, uploads, Instant.parse(until));
    }

    /// `2014-01-19 photo.gif v1 transition GLACIER`.
    List<String> told(String until) {
        return events(until).stream().map(Scene::line).toList();
    }

    private static String line(LifecycleEvent event) {
        return Midnight.date(event.day()) + " " + event.key() + " " + event.versionId() + " "
                + event.action().wireName() + event.to().map(to -> " " + to).orElse("");
    }
}
