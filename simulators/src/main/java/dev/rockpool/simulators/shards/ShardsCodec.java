package dev.rockpool.simulators.shards;

import dev.rockpool.kernel.Quote;
import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.ScenarioCodec;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.HashKeyRange;
import dev.rockpool.streamengine.PartitionKey;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamMode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Scenarios of the shards lab as JSON.
///
/// ```json
/// {"shards": 10,
///  "keys": {"kind": "hot", "share": 0.3, "others": 50000},
///  "recordBytes": 2048, "recordsPerSecond": 4096, "seconds": 600,
///  "consumers": [{"name": "dashboard", "kind": "shared", "outages": [{"at": 60, "seconds": 30}]}],
///  "mode": "provisioned",
///  "reshard": [{"at": 120, "kind": "split", "shard": "shardId-000000000003"},
///              {"at": 180, "kind": "merge", "shard": "shardId-000000000000", "adjacentShard": "shardId-000000000001"},
///              {"at": 240, "kind": "update-shard-count", "target": 16}],
///  "seed": 1}
/// ```
///
/// `shards` may be ranges, `[{"start": "0", "end": "…"}]`. `keys` is one of the four kinds of COMMANDS.md. `consumers`
/// may be a number, of shared consumers, or `{"shared": 2, "fanOut": 1}`. A split without `newStartingHashKey` cuts in
/// the middle.
final class ShardsCodec implements ScenarioCodec<ShardsScenario> {
    private static final List<String> FIELDS = List.of(
            "shards", "keys", "recordBytes", "recordsPerSecond", "seconds", "consumers", "mode", "reshard", "seed");
    private static final List<String> KEY_KINDS = List.of("uniform", "zipf", "hot", "list");
    private static final List<String> RESHARD_KINDS = List.of("split", "merge", "update-shard-count");
    private static final String PROVISIONED = "provisioned";
    private static final String ON_DEMAND = "on-demand";
    private static final double STEEPEST = 10;
    private static final double HEAVIEST = 1e12;
    private static final int LONGEST_NAME = 64;
    private static final int MOST_OUTAGES = 1_000;

    private final ShardsScenario standard;

    /// @param standard what fields left out are taken from
    ShardsCodec(ShardsScenario standard) {
        this.standard = standard;
    }

    @Override
    public ObjectNode write(ShardsScenario scenario) {
        ObjectNode json = LabJson.object();
        switch (scenario.shards()) {
            case ShardLayout.Count count -> json.put("shards", count.count());
            case ShardLayout.Ranges ranges -> {
                ArrayNode array = json.putArray("shards");
                ranges.ranges().forEach(range -> write(array.addObject(), range));
            }
        }
        write(json.putObject("keys"), scenario.keys());
        json.put("recordBytes", scenario.recordBytes());
        json.put("recordsPerSecond", scenario.recordsPerSecond());
        json.put("seconds", scenario.seconds());
        ArrayNode consumers = json.putArray("consumers");
        for (StreamConsumer consumer : scenario.consumers()) {
            ObjectNode each = consumers.addObject();
            each.put("name", consumer.name());
            each.put("kind", consumer.kind().word());
            if (!consumer.outages().isEmpty()) {
                ArrayNode outages = each.putArray("outages");
                consumer.outages()
                        .forEach(outage ->
                                outages.addObject().put("at", outage.at()).put("seconds", outage.seconds()));
            }
        }
        json.put("mode", word(scenario.mode()));
        ArrayNode reshard = json.putArray("reshard");
        scenario.reshard().forEach(change -> write(reshard.addObject(), change));
        json.put("seed", scenario.seed());
        return json;
    }

    @Override
    public ShardsScenario read(JsonNode json) {
        JsonFields fields = JsonFields.of("", json, FIELDS);
        ShardsScenario scenario = new ShardsScenario(
                fields.has("shards") ? layout(fields) : standard.shards(),
                fields.has("keys") ? keys(fields.require("keys")) : standard.keys(),
                (int) fields.whole("recordBytes", 1, ShardsScenario.LARGEST_RECORD, standard.recordBytes()),
                fields.whole(
                        "recordsPerSecond", 0, ShardsScenario.MOST_RECORDS_PER_SECOND, standard.recordsPerSecond()),
                (int) fields.whole("seconds", 1, ShardsScenario.MOST_SECONDS, standard.seconds()),
                fields.has("consumers") ? consumers(fields) : standard.consumers(),
                mode(fields.word("mode", List.of(PROVISIONED, ON_DEMAND), Optional.of(word(standard.mode())))),
                fields.has("reshard")
                        ? fields.items("reshard", ShardsScenario.MOST_RESHARDS, ShardsCodec::reshard)
                        : standard.reshard(),
                fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, standard.seed()));
        check(scenario);
        return scenario;
    }

    /// Refuses a scenario that cannot run.
    ///
    /// @throws dev.rockpool.kernel.InputException naming the field, its value and its bound
    static void check(ShardsScenario scenario) {
        switch (scenario.shards()) {
            case ShardLayout.Count count -> within("shards", count.count(), 1, ShardLayout.MOST);
            case ShardLayout.Ranges ranges -> checkRing(ranges.ranges());
        }
        check(scenario.keys());
        within("recordBytes", scenario.recordBytes(), 1, ShardsScenario.LARGEST_RECORD);
        within("recordsPerSecond", (double) scenario.recordsPerSecond(), 0, (double)
                ShardsScenario.MOST_RECORDS_PER_SECOND);
        within("seconds", scenario.seconds(), 1, ShardsScenario.MOST_SECONDS);
        long records = scenario.recordsPerSecond() * scenario.seconds();
        if (records > ShardsScenario.MOST_RECORDS) {
            throw JsonFields.fault(
                    "recordsPerSecond × seconds is " + records + ", it must be at most " + ShardsScenario.MOST_RECORDS);
        }
        if (scenario.keys() instanceof KeyDistribution.Listed listed) {
            for (int at = 0; at < listed.keys().size(); at++) {
                int bytes = listed.keys().get(at).key().getBytes(StandardCharsets.UTF_8).length;
                if (bytes > scenario.recordBytes()) {
                    throw JsonFields.fault("recordBytes is " + scenario.recordBytes() + ", less than the " + bytes
                            + " bytes of keys.keys[" + at + "].key alone");
                }
            }
        }
        checkConsumers(scenario.consumers());
        checkReshards(scenario);
    }

    static String word(StreamMode mode) {
        return switch (mode) {
            case PROVISIONED -> PROVISIONED;
            case ON_DEMAND -> ON_DEMAND;
        };
    }

    static StreamMode mode(String word) {
        return word.equals(ON_DEMAND) ? StreamMode.ON_DEMAND : StreamMode.PROVISIONED;
    }

    static void write(ObjectNode json, HashKeyRange range) {
        json.put("start", range.start().toString());
        json.put("end", range.end().toString());
    }

    private static ShardLayout layout(JsonFields fields) {
        JsonNode json = fields.require("shards");
        if (json.isArray()) {
            return new ShardLayout.Ranges(fields.items("shards", ShardLayout.MOST, (path, range) -> {
                JsonFields ends = JsonFields.of(path, range, List.of("start", "end"));
                HashKey start = place(ends, "start");
                HashKey end = place(ends, "end");
                if (start.compareTo(end) > 0) {
                    throw JsonFields.fault(path + ".start is " + start + ", above its end " + end);
                }
                return new HashKeyRange(start, end);
            }));
        }
        if (!json.isNumber()) {
            throw JsonFields.fault("shards is a number from 1 to " + ShardLayout.MOST + ", or an array of ranges, not "
                    + JsonFields.kind(json));
        }
        return new ShardLayout.Count((int) fields.whole("shards", 1, ShardLayout.MOST));
    }

    private static HashKey place(JsonFields fields, String name) {
        JsonNode json = fields.require(name);
        String text;
        if (json.isString()) {
            text = json.stringValue();
        } else if (json.isIntegralNumber()) {
            text = json.bigIntegerValue().toString();
        } else {
            throw JsonFields.fault(
                    fields.path(name) + " is a place on the ring as a decimal string, not " + JsonFields.kind(json));
        }
        try {
            return HashKey.parse(text);
        } catch (IllegalArgumentException _) {
            throw JsonFields.fault(
                    fields.path(name) + " is " + Quote.of(text) + ", it must be a whole number from 0 to "
                            + BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE));
        }
    }

    private static KeyDistribution keys(JsonNode json) {
        String kind = JsonFields.kind("keys", json, KEY_KINDS);
        return switch (kind) {
            case "uniform" -> {
                JsonFields fields = JsonFields.of("keys", json, List.of("kind", "count"));
                yield new KeyDistribution.Uniform((int) fields.whole("count", 1, KeyDistribution.MOST_KEYS));
            }
            case "zipf" -> {
                JsonFields fields = JsonFields.of("keys", json, List.of("kind", "count", "exponent"));
                yield new KeyDistribution.Zipf(
                        (int) fields.whole("count", 1, KeyDistribution.MOST_KEYS),
                        fields.decimal("exponent", 0, STEEPEST));
            }
            case "hot" -> {
                JsonFields fields = JsonFields.of("keys", json, List.of("kind", "share", "others"));
                yield new KeyDistribution.Hot(
                        fields.decimal("share", 0, 1), (int) fields.whole("others", 0, KeyDistribution.MOST_KEYS - 1));
            }
            default -> {
                JsonFields fields = JsonFields.of("keys", json, List.of("kind", "keys"));
                yield new KeyDistribution.Listed(fields.items("keys", KeyDistribution.Listed.MOST, ShardsCodec::key));
            }
        };
    }

    private static KeyDistribution.WeightedKey key(String path, JsonNode json) {
        JsonFields fields = JsonFields.of(path, json, List.of("key", "weight"));
        return new KeyDistribution.WeightedKey(
                fields.text("key"), fields.has("weight") ? fields.decimal("weight", 0, HEAVIEST) : 1);
    }

    private static List<StreamConsumer> consumers(JsonFields fields) {
        JsonNode json = fields.require("consumers");
        if (json.isNumber()) {
            return named((int) fields.whole("consumers", 0, ShardsScenario.MOST_CONSUMERS), 0);
        }
        if (json.isObject()) {
            JsonFields counts = JsonFields.of("consumers", json, List.of("shared", "fanOut"));
            return named((int) counts.whole("shared", 0, ShardsScenario.MOST_CONSUMERS, 0), (int)
                    counts.whole("fanOut", 0, ShardsScenario.MOST_CONSUMERS, 0));
        }
        return fields.items("consumers", ShardsScenario.MOST_CONSUMERS, ShardsCodec::consumer);
    }

    /// So many consumers of each kind.
    static List<StreamConsumer> named(int shared, int fanOut) {
        List<StreamConsumer> consumers = new ArrayList<>();
        for (int at = 1; at <= shared; at++) {
            consumers.add(new StreamConsumer("shared-" + at, StreamConsumer.Kind.SHARED));
        }
        for (int at = 1; at <= fanOut; at++) {
            consumers.add(new StreamConsumer("fan-out-" + at, StreamConsumer.Kind.FAN_OUT));
        }
        return consumers;
    }

    private static StreamConsumer consumer(String path, JsonNode json) {
        JsonFields fields = JsonFields.of(path, json, List.of("name", "kind", "outages"));
        String shared = StreamConsumer.Kind.SHARED.word();
        String kind = fields.word("kind", List.of(shared, StreamConsumer.Kind.FAN_OUT.word()), Optional.of(shared));
        return new StreamConsumer(
                fields.text("name"),
                kind.equals(shared) ? StreamConsumer.Kind.SHARED : StreamConsumer.Kind.FAN_OUT,
                fields.has("outages") ? fields.items("outages", MOST_OUTAGES, ShardsCodec::outage) : List.of());
    }

    private static StreamConsumer.Outage outage(String path, JsonNode json) {
        JsonFields fields = JsonFields.of(path, json, List.of("at", "seconds"));
        return new StreamConsumer.Outage((int) fields.whole("at", 0, ShardsScenario.MOST_SECONDS), (int)
                fields.whole("seconds", 1, ShardsScenario.MOST_SECONDS));
    }

    private static Reshard reshard(String path, JsonNode json) {
        return switch (JsonFields.kind(path, json, RESHARD_KINDS)) {
            case "split" -> {
                JsonFields fields = JsonFields.of(path, json, List.of("at", "kind", "shard", "newStartingHashKey"));
                yield new Reshard.Split(
                        at(fields),
                        shard(fields, "shard"),
                        fields.has("newStartingHashKey")
                                ? Optional.of(place(fields, "newStartingHashKey"))
                                : Optional.empty());
            }
            case "merge" -> {
                JsonFields fields = JsonFields.of(path, json, List.of("at", "kind", "shard", "adjacentShard"));
                yield new Reshard.Merge(at(fields), shard(fields, "shard"), shard(fields, "adjacentShard"));
            }
            default -> {
                JsonFields fields = JsonFields.of(path, json, List.of("at", "kind", "target"));
                yield new Reshard.UpdateShardCount(at(fields), (int) fields.whole("target", 1, ShardLayout.MOST));
            }
        };
    }

    private static int at(JsonFields fields) {
        return (int) fields.whole("at", 0, ShardsScenario.MOST_SECONDS);
    }

    private static ShardId shard(JsonFields fields, String name) {
        String text = fields.text(name);
        return ShardId.find(text)
                .orElseThrow(() -> JsonFields.fault(fields.path(name) + " is " + Quote.of(text)
                        + ", it must be shardId- and twelve digits up to 2147483647"));
    }

    private static void write(ObjectNode json, KeyDistribution keys) {
        switch (keys) {
            case KeyDistribution.Uniform uniform -> json.put("kind", "uniform").put("count", uniform.count());
            case KeyDistribution.Zipf zipf ->
                json.put("kind", "zipf").put("count", zipf.count()).put("exponent", zipf.exponent());
            case KeyDistribution.Hot hot ->
                json.put("kind", "hot").put("share", hot.share()).put("others", hot.others());
            case KeyDistribution.Listed listed -> {
                ArrayNode array = json.put("kind", "list").putArray("keys");
                listed.keys()
                        .forEach(key -> array.addObject().put("key", key.key()).put("weight", key.weight()));
            }
        }
    }

    private static void write(ObjectNode json, Reshard change) {
        json.put("at", change.at());
        switch (change) {
            case Reshard.Split split -> {
                json.put("kind", "split").put("shard", split.shard().toString());
                split.newStartingHashKey().ifPresent(start -> json.put("newStartingHashKey", start.toString()));
            }
            case Reshard.Merge merge ->
                json.put("kind", "merge")
                        .put("shard", merge.shard().toString())
                        .put("adjacentShard", merge.adjacentShard().toString());
            case Reshard.UpdateShardCount update ->
                json.put("kind", "update-shard-count").put("target", update.target());
        }
    }

    private static void checkRing(List<HashKeyRange> ranges) {
        if (ranges.isEmpty() || ranges.size() > ShardLayout.MOST) {
            throw JsonFields.fault("shards has " + ranges.size() + " ranges, it must have 1 to " + ShardLayout.MOST);
        }
        HashKey next = HashKey.MIN;
        for (int at = 0; at < ranges.size(); at++) {
            HashKeyRange range = ranges.get(at);
            if (!range.start().equals(next)) {
                throw JsonFields.fault("shards[" + at + "].start is " + range.start() + ", it must be " + next
                        + ", where the range before it ends");
            }
            if (at < ranges.size() - 1) {
                if (range.end().equals(HashKey.MAX)) {
                    throw JsonFields.fault("shards[" + at + "].end is the end of the ring, but ranges follow");
                }
                next = range.end().next();
            }
        }
        if (!ranges.getLast().end().equals(HashKey.MAX)) {
            throw JsonFields.fault("shards[" + (ranges.size() - 1) + "].end is "
                    + ranges.getLast().end() + ", the last range must end at " + HashKey.MAX);
        }
    }

    private static void check(KeyDistribution keys) {
        switch (keys) {
            case KeyDistribution.Uniform uniform -> within("keys.count", uniform.count(), 1, KeyDistribution.MOST_KEYS);
            case KeyDistribution.Zipf zipf -> {
                within("keys.count", zipf.count(), 1, KeyDistribution.MOST_KEYS);
                within("keys.exponent", zipf.exponent(), 0, STEEPEST);
            }
            case KeyDistribution.Hot hot -> {
                within("keys.share", hot.share(), 0, 1);
                within("keys.others", hot.others(), 0, KeyDistribution.MOST_KEYS - 1);
                if (hot.others() == 0 && hot.share() < 1) {
                    throw JsonFields.fault("keys.others is 0, it must be 1 or more while keys.share is below 1");
                }
            }
            case KeyDistribution.Listed listed -> checkList(listed.keys());
        }
    }

    private static void checkList(List<KeyDistribution.WeightedKey> keys) {
        if (keys.isEmpty() || keys.size() > KeyDistribution.Listed.MOST) {
            throw JsonFields.fault(
                    "keys.keys has " + keys.size() + " items, it must have 1 to " + KeyDistribution.Listed.MOST);
        }
        Set<String> seen = new HashSet<>();
        double sum = 0;
        for (int at = 0; at < keys.size(); at++) {
            String path = "keys.keys[" + at + "]";
            String key = keys.get(at).key();
            try {
                PartitionKey.of(key);
            } catch (IllegalArgumentException e) {
                throw JsonFields.fault(path + ".key is no partition key: " + e.getMessage());
            }
            if (!seen.add(key)) {
                throw JsonFields.fault(path + ".key is " + Quote.of(key) + ", which is there before");
            }
            within(path + ".weight", keys.get(at).weight(), 0, HEAVIEST);
            sum += keys.get(at).weight();
        }
        if (!(sum > 0)) {
            throw JsonFields.fault("keys.keys has no weight above 0");
        }
    }

    private static void checkConsumers(List<StreamConsumer> consumers) {
        within("consumers", consumers.size(), 0, ShardsScenario.MOST_CONSUMERS);
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < consumers.size(); at++) {
            StreamConsumer consumer = consumers.get(at);
            String path = "consumers[" + at + "]";
            int length = consumer.name().codePointCount(0, consumer.name().length());
            if (length < 1 || length > LONGEST_NAME || consumer.name().isBlank()) {
                throw JsonFields.fault(path + ".name is " + Quote.of(consumer.name()) + ", it must be 1 to "
                        + LONGEST_NAME + " characters");
            }
            if (!seen.add(consumer.name())) {
                throw JsonFields.fault(path + ".name is " + Quote.of(consumer.name()) + ", which is there before");
            }
            long free = 0;
            for (int each = 0; each < consumer.outages().size(); each++) {
                StreamConsumer.Outage outage = consumer.outages().get(each);
                if (outage.at() < free) {
                    throw JsonFields.fault(path + ".outages[" + each + "].at is " + outage.at() + ", it must be " + free
                            + " or more, after the outage before");
                }
                free = (long) outage.at() + outage.seconds();
            }
        }
    }

    private static void checkReshards(ShardsScenario scenario) {
        List<Reshard> changes = scenario.reshard();
        if (changes.isEmpty()) {
            return;
        }
        if (scenario.mode() == StreamMode.ON_DEMAND) {
            throw JsonFields.fault(
                    "reshard is not empty, it must be while mode is on-demand: the stream does it itself");
        }
        ShardLineage lineage = new ShardLineage(scenario.shards());
        int before = 0;
        for (int at = 0; at < changes.size(); at++) {
            Reshard change = changes.get(at);
            if (change.at() < before) {
                throw JsonFields.fault(
                        "reshard[" + at + "].at is " + change.at() + ", it must be " + before + " or more, in order");
            }
            before = change.at();
            lineage.apply("reshard[" + at + "]", change);
        }
    }

    private static void within(String path, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw JsonFields.fault(path + " is " + LabJson.decimal(value) + ", it must be " + LabJson.decimal(low)
                    + " to " + LabJson.decimal(high));
        }
    }
}
