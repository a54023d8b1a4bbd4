package dev.rockpool.simulators.lifecycle;

import dev.rockpool.kernel.Quote;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.Upload;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.ScenarioCodec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Scenarios of the lifecycle lab as JSON.
///
/// ```json
/// {"versioning": "Enabled",
///  "rules": {"Rules": [{"ID": "logs", "Status": "Enabled", "Filter": {"Prefix": "logs/"}, "Expiration": {"Days":
/// 365}}]},
///  "objects": [
///    {"key": "logs/a", "size": 1048576, "created": "2026-01-01T09:00:00Z", "tags": {"kind": "log"},
///     "storageClass": "STANDARD", "count": 1000},
///    {"key": "photo.gif", "versions": [
///      {"id": "1", "created": "2026-01-01T10:30:00Z", "size": 500000},
///      {"id": "2", "created": "2026-01-02T11:30:00Z", "deleteMarker": true}]}],
///  "uploads": [{"key": "movie.mp4", "id": "u1", "initiated": "2026-01-01T10:00:00Z", "size": 5242880}],
///  "until": "2027-01-01T00:00:00Z",
///  "transitionDefaultMinimumObjectSize": "all_storage_classes_128K",
///  "disabled": [{"from": "2026-05-01T12:00:00Z", "until": "2026-06-01T12:00:00Z"}]}
/// ```
///
/// Times are ISO 8601 with an offset, or a date, which means its midnight UTC. A version without `size`, `tags` or
/// `storageClass` has those of its object. `count` says how many keys there are that are like this one (1). The id of
/// an object without `versions` is `null`, as of all that was written without versioning; of others `v1`, `v2` … unless
/// given. `uploads` may say `created` for `initiated`. `disabled` are times in which the rules are switched off.
final class LifecycleCodec implements ScenarioCodec<LifecycleScenario> {
    private static final List<String> FIELDS = List.of(
            "versioning", "rules", "objects", "uploads", "until", "transitionDefaultMinimumObjectSize", "disabled");
    private static final List<String> OBJECT_FIELDS =
            List.of("key", "size", "created", "tags", "storageClass", "versions", "count");
    private static final List<String> VERSION_FIELDS =
            List.of("id", "size", "created", "tags", "storageClass", "deleteMarker");
    private static final List<String> UPLOAD_FIELDS = List.of("key", "id", "initiated", "created", "size");
    private static final List<String> CLASSES =
            Arrays.stream(StorageClass.values()).map(Enum::name).toList();
    private static final List<String> VERSIONINGS =
            Arrays.stream(Versioning.values()).map(Versioning::apiName).toList();
    private static final List<String> MINIMUMS = Arrays.stream(TransitionMinimum.values())
            .map(TransitionMinimum::apiName)
            .toList();

    /// 50 TB, the largest object since December 2025.
    private static final long LARGEST_OBJECT = 50L << 40;

    private static final long MOST_ALIKE = 1_000_000_000_000L;
    private static final int LONGEST_KEY = 1_024;
    private static final int MOST_TAGS = 10;
    private static final int MOST_PAUSES = 100;

    /// What byte counts can hold once they are multiplied by days.
    private static final double MOST_BYTES = 1e18;

    private final LifecycleScenario standard;

    /// @param standard what fields left out are taken from
    LifecycleCodec(LifecycleScenario standard) {
        this.standard = standard;
    }

    // --- writing

    @Override
    public ObjectNode write(LifecycleScenario scenario) {
        ObjectNode json = LabJson.object();
        json.put("versioning", scenario.versioning().apiName());
        json.set("rules", LabJson.parse("rules", scenario.rules()));
        ArrayNode objects = json.putArray("objects");
        scenario.objects().forEach(object -> write(objects.addObject(), object));
        ArrayNode uploads = json.putArray("uploads");
        for (PendingUpload upload : scenario.uploads()) {
            uploads.addObject()
                    .put("key", upload.upload().key())
                    .put("id", upload.upload().id())
                    .put("initiated", upload.upload().initiated().toString())
                    .put("size", upload.bytes());
        }
        json.put("until", scenario.until().toString());
        json.put("transitionDefaultMinimumObjectSize", scenario.minimum().apiName());
        ArrayNode pauses = json.putArray("disabled");
        scenario.pauses()
                .forEach(pause -> pauses.addObject()
                        .put("from", pause.from().toString())
                        .put("until", pause.until().toString()));
        return json;
    }

    private static void write(ObjectNode json, StoredKey object) {
        json.put("key", object.key());
        ObjectVersion first = object.versions().getFirst();
        boolean isPlain = object.versions().size() == 1
                && !first.isDeleteMarker()
                && first.id().equals(ObjectVersion.NULL_ID);
        if (isPlain) {
            write(json, first);
        } else {
            ArrayNode versions = json.putArray("versions");
            for (ObjectVersion version : object.versions()) {
                ObjectNode each = versions.addObject();
                each.put("id", version.id());
                if (version.isDeleteMarker()) {
                    each.put("created", version.created().toString());
                    each.put("deleteMarker", true);
                } else {
                    write(each, version);
                }
            }
        }
        if (object.count() > 1) {
            json.put("count", object.count());
        }
    }

    private static void write(ObjectNode json, ObjectVersion version) {
        json.put("size", version.bytes());
        json.put("created", version.created().toString());
        if (!version.tags().isEmpty()) {
            ObjectNode tags = json.putObject("tags");
            new TreeMap<>(version.tags()).forEach(tags::put);
        }
        if (version.storageClass() != StorageClass.STANDARD) {
            json.put("storageClass", version.storageClass().name());
        }
    }

    // --- reading

    @Override
    public LifecycleScenario read(JsonNode json) {
        JsonFields fields = JsonFields.of("", json, FIELDS);
        Versioning versioning = versioning(fields.word(
                "versioning", VERSIONINGS, Optional.of(standard.versioning().apiName())));
        LifecycleScenario scenario = new LifecycleScenario(
                versioning,
                fields.has("rules") ? rules(fields.require("rules")) : standard.rules(),
                fields.has("objects")
                        ? fields.items("objects", LifecycleScenario.MOST_OBJECTS, LifecycleCodec::object)
                        : standard.objects(),
                fields.has("uploads") ? uploads(fields) : fields.has("objects") ? List.of() : standard.uploads(),
                fields.has("until") ? time(fields, "until") : standard.until(),
                minimum(fields.word(
                        "transitionDefaultMinimumObjectSize",
                        MINIMUMS,
                        Optional.of(standard.minimum().apiName()))),
                fields.has("disabled")
                        ? fields.items("disabled", MOST_PAUSES, LifecycleCodec::pause)
                        : standard.pauses());
        check(scenario);
        return scenario;
    }

    /// Refuses a scenario that cannot run. Rules that the service refuses are no fault of the scenario.
    ///
    /// @throws dev.rockpool.kernel.InputException naming the field, its value and its bound
    static void check(LifecycleScenario scenario) {
        double bytes = 0;
        for (int at = 0; at < scenario.objects().size(); at++) {
            StoredKey object = scenario.objects().get(at);
            check("objects[" + at + "]", object, scenario.versioning());
            for (ObjectVersion version : object.versions()) {
                bytes += (double) version.bytes() * object.count();
            }
        }
        for (PendingUpload upload : scenario.uploads()) {
            bytes += upload.bytes();
        }
        if (bytes > MOST_BYTES) {
            throw JsonFields.fault("objects hold more than 10^18 bytes together");
        }
        long first = LifecycleRun.firstDay(scenario);
        long days = dev.rockpool.lifecycle.Midnight.dayOf(scenario.until()) - first;
        if (days > LifecycleScenario.MOST_DAYS) {
            throw JsonFields.fault("until is " + days + " days after the first object was created, it must be at most "
                    + LifecycleScenario.MOST_DAYS);
        }
        Instant before = Instant.MIN;
        for (int at = 0; at < scenario.pauses().size(); at++) {
            Pause pause = scenario.pauses().get(at);
            if (pause.from().isBefore(before) || !pause.until().isAfter(pause.from())) {
                throw JsonFields.fault("disabled[" + at + "] is from " + pause.from() + " until " + pause.until()
                        + ", it must begin after the one before and end later");
            }
            before = pause.until();
        }
    }

    private static void check(String path, StoredKey object, Versioning versioning) {
        if (versioning == Versioning.DISABLED && object.versions().size() > 1) {
            throw JsonFields.fault(
                    path + ".versions has " + object.versions().size() + " items, without versioning it may have 1");
        }
        if (versioning == Versioning.DISABLED && object.versions().getFirst().isDeleteMarker()) {
            throw JsonFields.fault(path + " is a delete marker, without versioning there is none");
        }
        Set<String> ids = new HashSet<>();
        Instant before = Instant.MIN;
        for (int at = 0; at < object.versions().size(); at++) {
            ObjectVersion version = object.versions().get(at);
            if (version.created().isBefore(before)) {
                throw JsonFields.fault(path + ".versions[" + at + "].created is " + version.created()
                        + ", before that of the version before; the oldest comes first");
            }
            if (!ids.add(version.id())) {
                throw JsonFields.fault(
                        path + ".versions[" + at + "].id is " + Quote.of(version.id()) + ", which is taken");
            }
            before = version.created();
        }
    }

    private static String rules(JsonNode json) {
        if (!json.isObject()) {
            throw JsonFields.fault("rules is an object with a field Rules, not " + JsonFields.kind(json));
        }
        return LabJson.line(json);
    }

    private static StoredKey object(String path, JsonNode json) {
        JsonFields fields = JsonFields.of(path, json, OBJECT_FIELDS);
        String key = key(fields);
        long count = fields.whole("count", 1, MOST_ALIKE, 1);
        if (!fields.has("versions")) {
            return new StoredKey(key, count, List.of(version(fields, fields, ObjectVersion.NULL_ID, false)));
        }
        int[] number = {0};
        List<ObjectVersion> versions = fields.items("versions", LifecycleScenario.MOST_VERSIONS, (each, version) -> {
            JsonFields own = JsonFields.of(each, version, VERSION_FIELDS);
            number[0]++;
            String id = own.has("id") ? own.text("id") : "v" + number[0];
            return version(own, fields, id, flag(own, "deleteMarker"));
        });
        if (versions.isEmpty()) {
            throw JsonFields.fault(fields.path("versions") + " has no items, it must have 1 or more");
        }
        return new StoredKey(key, count, versions);
    }

    private static ObjectVersion version(JsonFields own, JsonFields object, String id, boolean marker) {
        Instant created = time(own, "created");
        if (marker) {
            return ObjectVersion.deleteMarker(id, created);
        }
        JsonFields sized = own.has("size") ? own : object;
        JsonFields classed = own.has("storageClass") ? own : object;
        JsonFields tagged = own.has("tags") ? own : object;
        return new ObjectVersion(
                id,
                sized.whole("size", 0, LARGEST_OBJECT, 0),
                created,
                StorageClass.valueOf(classed.word("storageClass", CLASSES, Optional.of(StorageClass.STANDARD.name()))),
                tagged.has("tags") ? tags(tagged) : Map.of(),
                false);
    }

    private static Map<String, String> tags(JsonFields fields) {
        JsonNode json = fields.require("tags");
        String path = fields.path("tags");
        if (!json.isObject()) {
            throw JsonFields.fault(path + " is an object of names and values, not " + JsonFields.kind(json));
        }
        if (json.size() > MOST_TAGS) {
            throw JsonFields.fault(path + " has " + json.size() + " tags, an object may have " + MOST_TAGS);
        }
        Map<String, String> tags = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> tag : json.properties()) {
            if (!tag.getValue().isString()) {
                throw JsonFields.fault(
                        path + "." + tag.getKey() + " is a string, not " + JsonFields.kind(tag.getValue()));
            }
            tags.put(tag.getKey(), tag.getValue().stringValue());
        }
        return tags;
    }

    private static List<PendingUpload> uploads(JsonFields fields) {
        int[] number = {0};
        return fields.items("uploads", LifecycleScenario.MOST_OBJECTS, (path, json) -> {
            JsonFields upload = JsonFields.of(path, json, UPLOAD_FIELDS);
            number[0]++;
            String id = upload.has("id") ? upload.text("id") : "upload-" + number[0];
            String began = upload.has("initiated") || !upload.has("created") ? "initiated" : "created";
            return new PendingUpload(
                    new Upload(key(upload), id, time(upload, began)), upload.whole("size", 0, LARGEST_OBJECT, 0));
        });
    }

    private static Pause pause(String path, JsonNode json) {
        JsonFields fields = JsonFields.of(path, json, List.of("from", "until"));
        return new Pause(time(fields, "from"), time(fields, "until"));
    }

    private static String key(JsonFields fields) {
        String key = fields.text("key");
        int bytes = key.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > LONGEST_KEY) {
            throw JsonFields.fault(fields.path("key") + " has " + bytes + " bytes, a key has 1 to " + LONGEST_KEY);
        }
        return key;
    }

    private static boolean flag(JsonFields fields, String name) {
        if (!fields.has(name)) {
            return false;
        }
        JsonNode json = fields.require(name);
        if (!json.isBoolean()) {
            throw JsonFields.fault(fields.path(name) + " is true or false, not " + JsonFields.kind(json));
        }
        return json.booleanValue();
    }

    private static Instant time(JsonFields fields, String name) {
        String text = fields.text(name);
        try {
            Instant time = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (time.isBefore(Instant.parse("1970-01-01T00:00:00Z"))
                    || time.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
                throw JsonFields.fault(fields.path(name) + " is " + Quote.of(text) + ", it must be of 1970 to 9999");
            }
            return time;
        } catch (DateTimeException _) {
            throw JsonFields.fault(fields.path(name) + " is " + Quote.of(text)
                    + ", it must be a time with an offset such as 2026-01-15T10:30:00Z, or a date");
        }
    }

    static Versioning versioning(String word) {
        return named(Versioning.values(), Versioning::apiName, word);
    }

    static TransitionMinimum minimum(String word) {
        return named(TransitionMinimum.values(), TransitionMinimum::apiName, word);
    }

    private static <T> T named(T[] all, Function<T, String> name, String word) {
        return Arrays.stream(all)
                .filter(each -> name.apply(each).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + word));
    }
}
