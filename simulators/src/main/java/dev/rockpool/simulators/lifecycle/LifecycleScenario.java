package dev.rockpool.simulators.lifecycle;

import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.simulators.LabJson;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Everything a run of the lifecycle lab depends on. Nothing in it is random.
///
/// @param versioning of the bucket
/// @param rules the lifecycle configuration as it is written, JSON on one line; the service may refuse it
/// @param objects what is in the bucket
/// @param uploads incomplete multipart uploads
/// @param until the end, included
/// @param minimum which small objects stay where they are
/// @param pauses when the rules are disabled, in order, apart from each other
public record LifecycleScenario(
        Versioning versioning,
        String rules,
        List<StoredKey> objects,
        List<PendingUpload> uploads,
        Instant until,
        TransitionMinimum minimum,
        List<Pause> pauses) {
    /// The most objects.
    public static final int MOST_OBJECTS = 1_000_000;

    /// The most versions of a key.
    public static final int MOST_VERSIONS = 1_000;

    /// The most days of a run.
    public static final int MOST_DAYS = 36_600;

    public LifecycleScenario {
        objects = List.copyOf(objects);
        uploads = List.copyOf(uploads);
        pauses = List.copyOf(pauses);
    }

    /// What the service makes of the rules.
    public LifecycleReading reading() {
        return LifecycleJson.read(LabJson.parse("rules", rules));
    }

    /// The rules as a tree that may be changed.
    ObjectNode rulesTree() {
        return (ObjectNode) LabJson.parse("rules", rules);
    }

    LifecycleScenario withVersioning(Versioning changed) {
        return new LifecycleScenario(changed, rules, objects, uploads, until, minimum, pauses);
    }

    LifecycleScenario withRules(String changed) {
        return new LifecycleScenario(versioning, changed, objects, uploads, until, minimum, pauses);
    }

    LifecycleScenario withObjects(List<StoredKey> changed) {
        return new LifecycleScenario(versioning, rules, changed, uploads, until, minimum, pauses);
    }

    LifecycleScenario withUploads(List<PendingUpload> changed) {
        return new LifecycleScenario(versioning, rules, objects, changed, until, minimum, pauses);
    }

    LifecycleScenario withUntil(Instant changed) {
        return new LifecycleScenario(versioning, rules, objects, uploads, changed, minimum, pauses);
    }

    LifecycleScenario withMinimum(TransitionMinimum changed) {
        return new LifecycleScenario(versioning, rules, objects, uploads, until, changed, pauses);
    }

    LifecycleScenario withPauses(List<Pause> changed) {
        return new LifecycleScenario(versioning, rules, objects, uploads, until, minimum, changed);
    }
}
