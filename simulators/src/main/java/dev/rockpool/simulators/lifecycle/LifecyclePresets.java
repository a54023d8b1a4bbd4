package dev.rockpool.simulators.lifecycle;

import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.Upload;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Prediction;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference;
import dev.rockpool.simulators.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The presets of the lifecycle lab: the vendor's own examples, and traps that users reported.
final class LifecyclePresets {
    private static final String GUIDE = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/";
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T09:00:00Z");
    private static final long MIB = 1L << 20;
    private static final long KIB = 1L << 10;

    private final LabTexts texts;
    private final List<Preset<LifecycleScenario>> presets = new ArrayList<>();

    private LifecyclePresets(LabTexts texts) {
        this.texts = texts;
    }

    static List<Preset<LifecycleScenario>> all(LabTexts texts) {
        LifecyclePresets presets = new LifecyclePresets(texts);
        presets.ages();
        presets.conflicts();
        presets.versions();
        presets.traps();
        return List.copyOf(presets.presets);
    }

    /// 90 days of logs that sink as the guide's third example has it, and invoices that stay.
    static LifecycleScenario tieringDown() {
        List<StoredKey> objects = new ArrayList<>();
        objects.addAll(days("logs/", 90, 1, 10_000, 64 * MIB));
        objects.addAll(days("invoices/", 10, 9, 10_000, 64 * MIB));
        return scenario("""
                         {"Rules":[{"ID":"logs","Status":"Enabled","Filter":{"Prefix":"logs/"},
                          "Transitions":[{"Days":30,"StorageClass":"STANDARD_IA"},{"Days":90,"StorageClass":"GLACIER"}],
                          "Expiration":{"Days":365}}]}\
                         """, "2027-05-01T00:00:00Z").withObjects(objects);
    }

    private void ages() {
        add(
                "tiering-down",
                tieringDown(),
                primary("tiering-down", "lifecycle-configuration-examples.html"),
                new Expected(LifecycleFigures.FIRST_ACTION, Unit.DAYS, 31, 0),
                days("first", LifecycleFigures.FIRST_ACTION, 60),
                "q07-c2",
                "q07-f1",
                "q07-f4",
                "q07-q2",
                "q07-q4");
        add(
                "rounding",
                scenario("""
                                 {"Rules":[{"ID":"three days","Status":"Enabled","Filter":{},
                                  "Transitions":[{"Days":3,"StorageClass":"GLACIER"}]}]}\
                                 """, "2014-02-01T00:00:00Z")
                        .withObjects(List.of(
                                object("morning.jpg", "2014-01-15T10:30:00Z", 4 * MIB),
                                object("last-minute.jpg", "2014-01-15T23:59:00Z", 4 * MIB),
                                object("next-day.jpg", "2014-01-16T00:01:00Z", 4 * MIB))),
                primary("rounding", "intro-lifecycle-rules.html"),
                new Expected(LifecycleFigures.FIRST_ACTION, Unit.DAYS, 4, 0),
                days("first", LifecycleFigures.FIRST_ACTION, 10),
                "q07-c2");
        add(
                "uploads",
                scenario("""
                                 {"Rules":[{"ID":"sample-rule","Status":"Enabled","Filter":{"Prefix":"SomeKeyPrefix/"},
                                  "AbortIncompleteMultipartUpload":{"DaysAfterInitiation":7}}]}\
                                 """, "2026-02-01T00:00:00Z").withUploads(uploads()),
                primary("uploads", "lifecycle-configuration-examples.html"),
                new Expected(LifecycleFigures.FIRST_ACTION, Unit.DAYS, 8, 0),
                days("first", LifecycleFigures.FIRST_ACTION, 30),
                "q07-c3");
    }

    private void conflicts() {
        add(
                "conflict-expire",
                scenario("""
                                  {"Rules":[
                                   {"ID":"Rule 1","Status":"Enabled","Filter":{"Prefix":"logs/"},"Expiration":{"Days":365}},
                                   {"ID":"Rule 2","Status":"Enabled","Filter":{"Prefix":"logs/"},
                                    "Transitions":[{"Days":365,"StorageClass":"STANDARD_IA"}]}]}\
                                  """, "2027-03-01T00:00:00Z").withObjects(days("logs/", 30, 1, 1, 64 * MIB)),
                primary("conflict-expire", "lifecycle-conflicts.html"),
                new Expected(LifecycleFigures.MOVED, Unit.COUNT, 0, 0),
                new Prediction(texts.get("prediction.moved"), LifecycleFigures.MOVED, Unit.COUNT, 0, 30, 1),
                "q07-c3");
        List<StoredKey> tagged = new ArrayList<>();
        tagged.addAll(tagged("both/", Map.of("tag1", "value1", "tag2", "value2")));
        tagged.addAll(tagged("first/", Map.of("tag1", "value1")));
        tagged.addAll(tagged("second/", Map.of("tag2", "value2")));
        add(
                "conflict-tags",
                scenario("""
                                  {"Rules":[
                                   {"ID":"Rule 1","Status":"Enabled","Filter":{"Tag":{"Key":"tag1","Value":"value1"}},
                                    "Transitions":[{"Days":365,"StorageClass":"GLACIER"}]},
                                   {"ID":"Rule 2","Status":"Enabled","Filter":{"Tag":{"Key":"tag2","Value":"value2"}},
                                    "Expiration":{"Days":14}}]}\
                                  """, "2027-03-01T00:00:00Z").withObjects(tagged),
                primary("conflict-tags", "lifecycle-conflicts.html"),
                new Expected(LifecycleFigures.MOVED, Unit.COUNT, 10, 0),
                new Prediction(texts.get("prediction.moved"), LifecycleFigures.MOVED, Unit.COUNT, 0, 30, 1),
                "q07-f3",
                "q07-c4");
        add(
                "uphill",
                scenario("""
                                  {"Rules":[
                                   {"ID":"young","Status":"Enabled","Filter":{"Prefix":""},
                                    "Transitions":[{"Days":10,"StorageClass":"STANDARD_IA"}]},
                                   {"ID":"back","Status":"Enabled","Filter":{"Prefix":"logs/"},
                                    "Transitions":[{"Days":60,"StorageClass":"STANDARD"}]}]}\
                                  """, "2026-06-01T00:00:00Z").withObjects(days("logs/", 30, 1, 1, 64 * MIB)),
                primary("uphill", "lifecycle-transition-general-considerations.html"),
                new Expected(LifecycleFigures.FAULTS, Unit.COUNT, 2, 0),
                new Prediction(texts.get("prediction.faults"), LifecycleFigures.FAULTS, Unit.COUNT, 0, 4, 1),
                "q07-c1",
                "q07-f2",
                "q07-q1");
    }

    private void versions() {
        add(
                "photo-gif",
                scenario("""
                                 {"Rules":[{"ID":"five days","Status":"Enabled","Filter":{},
                                  "NoncurrentVersionExpiration":{"NoncurrentDays":5}}]}\
                                 """, "2014-01-20T00:00:00Z")
                        .withVersioning(Versioning.ENABLED)
                        .withObjects(List.of(new StoredKey(
                                "photo.gif",
                                1,
                                List.of(
                                        version("111111", "2014-01-01T10:30:00Z", MIB),
                                        ObjectVersion.deleteMarker(
                                                "4857693", Instant.parse("2014-01-02T11:30:00Z")))))),
                primary("photo-gif", "intro-lifecycle-rules.html"),
                new Expected(LifecycleFigures.FIRST_ACTION, Unit.DAYS, 7, 0),
                days("deleted", LifecycleFigures.FIRST_ACTION, 12),
                "q08-f7",
                "q08-q2");
        add(
                "hundred",
                scenario("""
                                {"Rules":[{"ID":"one month","Status":"Enabled","Filter":{},"Expiration":{"Days":30}}]}\
                                """, "2026-02-15T00:00:00Z")
                        .withVersioning(Versioning.ENABLED)
                        .withObjects(hours("archive/", 100, 64 * MIB)),
                primary("hundred", "lifecycle-expire-general-considerations.html"),
                new Expected(LifecycleFigures.LISTED, Unit.COUNT, 200, 0),
                new Prediction(texts.get("prediction.listed"), LifecycleFigures.LISTED, Unit.COUNT, 0, 300, 1),
                "q08-f2",
                "q08-c5");
    }

    private void traps() {
        String sized = """
            {"Rules":[{"ID":"thumbnails","Status":"Enabled","Filter":{%s},
             "Transitions":[{"Days":30,"StorageClass":"STANDARD_IA"}]}]}\
            """;
        List<StoredKey> thumbnails = days("thumbs/", 20, 1, 50_000, 16 * KIB);
        add(
                "small-files",
                scenario(sized.formatted(""), "2026-06-01T00:00:00Z").withObjects(thumbnails),
                primary("small-files", "lifecycle-transition-general-considerations.html"),
                new Expected(LifecycleFigures.MOVED, Unit.COUNT, 0, 0),
                new Prediction(texts.get("prediction.moved"), LifecycleFigures.MOVED, Unit.COUNT, 0, 1_000_000, 10_000),
                "q07-c2");
        add(
                "small-files-anyway",
                scenario(sized.formatted("\"ObjectSizeGreaterThan\":0"), "2026-06-01T00:00:00Z")
                        .withObjects(thumbnails),
                new Reference(
                        texts.get("preset.small-files-anyway.source"),
                        Optional.of("https://aws.amazon.com/s3/pricing/"),
                        Reference.Kind.PRIMARY,
                        "2025-10"),
                new Expected(LifecycleFigures.TRANSITION_FEES, Unit.USD, 10, 0.005),
                new Prediction(texts.get("prediction.fees"), LifecycleFigures.TRANSITION_FEES, Unit.USD, 0, 50, 0.5),
                "q06-q7");
        add(
                "leave-early",
                scenario("""
                                 {"Rules":[{"ID":"scratch","Status":"Enabled","Filter":{},
                                  "Transitions":[{"Days":0,"StorageClass":"DEEP_ARCHIVE"}],"Expiration":{"Days":60}}]}\
                                 """, "2026-06-01T00:00:00Z").withObjects(days("scratch/", 30, 1, 1_000, 256 * MIB)),
                primary("leave-early", "storage-class-intro.html"),
                new Expected(LifecycleFigures.EARLY_DAYS, Unit.DAYS, 120, 0),
                days("early", LifecycleFigures.EARLY_DAYS, 180),
                "q06-f6",
                "q06-q4");
    }

    // --- objects

    /// `count` keys, one every `apart` days from New Year on.
    private static List<StoredKey> days(String prefix, int count, int apart, long alike, long bytes) {
        List<StoredKey> objects = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            Instant created = NEW_YEAR.plus(Duration.ofDays((long) at * apart));
            String date = created.toString().substring(0, 10);
            objects.add(new StoredKey(
                    prefix + date, alike, List.of(ObjectVersion.of(bytes, created, StorageClass.STANDARD))));
        }
        return objects;
    }

    private static List<StoredKey> hours(String prefix, int count, long bytes) {
        List<StoredKey> objects = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            objects.add(new StoredKey(
                    prefix + (at + 1),
                    1,
                    List.of(new ObjectVersion(
                            "v1",
                            bytes,
                            NEW_YEAR.plus(Duration.ofMinutes(at)),
                            StorageClass.STANDARD,
                            Map.of(),
                            false))));
        }
        return objects;
    }

    private static List<StoredKey> tagged(String prefix, Map<String, String> tags) {
        List<StoredKey> objects = new ArrayList<>();
        for (StoredKey object : days(prefix, 10, 1, 1, 64 * MIB)) {
            ObjectVersion version = object.versions().getFirst();
            objects.add(new StoredKey(
                    object.key(),
                    1,
                    List.of(new ObjectVersion(
                            version.id(), version.bytes(), version.created(), version.storageClass(), tags, false))));
        }
        return objects;
    }

    private static List<PendingUpload> uploads() {
        List<PendingUpload> uploads = new ArrayList<>();
        for (int at = 0; at < 12; at++) {
            String prefix = at % 3 == 2 ? "other/" : "SomeKeyPrefix/";
            uploads.add(new PendingUpload(
                    new Upload(
                            prefix + "part-" + (at + 1),
                            "upload-" + (at + 1),
                            NEW_YEAR.plus(Duration.ofHours(9L * at))),
                    512 * MIB));
        }
        return uploads;
    }

    static StoredKey object(String key, String created, long bytes) {
        return new StoredKey(key, 1, List.of(ObjectVersion.of(bytes, Instant.parse(created), StorageClass.STANDARD)));
    }

    static ObjectVersion version(String id, String created, long bytes) {
        return new ObjectVersion(id, bytes, Instant.parse(created), StorageClass.STANDARD, Map.of(), false);
    }

    static LifecycleScenario scenario(String rules, String until) {
        return new LifecycleScenario(
                Versioning.DISABLED,
                LabJson.line(LabJson.parse("rules", rules)),
                List.of(),
                List.of(),
                Instant.parse(until),
                TransitionMinimum.ALL_STORAGE_CLASSES_128K,
                List.of());
    }

    // --- words

    private Prediction days(String question, String figure, double high) {
        return new Prediction(texts.get("prediction." + question), figure, Unit.DAYS, 0, high, 1);
    }

    private Reference primary(String id, String page) {
        return new Reference(
                texts.get("preset." + id + ".source"), Optional.of(GUIDE + page), Reference.Kind.PRIMARY, "2023-06");
    }

    private void add(
            String id,
            LifecycleScenario scenario,
            Reference reference,
            Expected expected,
            Prediction prediction,
            String... cards) {
        presets.add(new Preset<>(
                id,
                texts.get("preset." + id + ".title"),
                texts.get("preset." + id + ".summary"),
                scenario,
                reference,
                expected,
                prediction,
                List.of(cards)));
    }
}
