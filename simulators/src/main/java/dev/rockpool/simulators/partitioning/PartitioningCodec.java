package dev.rockpool.simulators.partitioning;

import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.ScenarioCodec;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes scenarios of the lab *partitioning*.
final class PartitioningCodec implements ScenarioCodec<PartitioningScenario> {
    static final int MOST_USERS = 1_000_000;
    static final int MOST_DAYS = 3_650;
    static final long MOST_EVENTS = 10_000_000;
    static final long MOST_BYTES = 1_000_000;
    static final int MOST_FILES = 100_000;
    static final int MOST_QUERIES = 1_000_000;
    /// Beyond it bytes could not be counted exactly.
    static final double MOST_TABLE = 1e18;

    private static final List<String> FIELDS = List.of(
            "keyParts",
            "users",
            "days",
            "eventsPerUserDay",
            "eventBytes",
            "filesPerPartition",
            "asked",
            "queryDays",
            "catalog",
            "queriesPerDay",
            "region");

    private final PartitioningScenario standard;

    PartitioningCodec(PartitioningScenario standard) {
        this.standard = standard;
    }

    @Override
    public ObjectNode write(PartitioningScenario scenario) {
        ObjectNode json = LabJson.object();
        ArrayNode parts = json.putArray("keyParts");
        scenario.keyParts().forEach(part -> parts.add(part.word()));
        json.put("users", scenario.users());
        json.put("days", scenario.days());
        json.put("eventsPerUserDay", scenario.eventsPerUserDay());
        json.put("eventBytes", scenario.eventBytes());
        json.put("filesPerPartition", scenario.filesPerPartition());
        json.put("asked", scenario.asked().word());
        json.put("queryDays", scenario.queryDays());
        json.put("catalog", scenario.catalog());
        json.put("queriesPerDay", scenario.queriesPerDay());
        json.put("region", scenario.region());
        return json;
    }

    @Override
    public PartitioningScenario read(JsonNode json) {
        JsonFields fields = JsonFields.of("", json, FIELDS);
        List<KeyPart> parts = fields.has("keyParts")
                ? fields.items("keyParts", KeyPart.values().length, PartitioningCodec::part)
                : standard.keyParts();
        if (parts.stream().distinct().count() != parts.size()) {
            throw JsonFields.fault("keyParts has a part twice, each may stand there once");
        }
        PartitioningScenario scenario = new PartitioningScenario(
                parts,
                (int) fields.whole("users", 1, MOST_USERS, standard.users()),
                (int) fields.whole("days", 1, MOST_DAYS, standard.days()),
                fields.whole("eventsPerUserDay", 1, MOST_EVENTS, standard.eventsPerUserDay()),
                fields.whole("eventBytes", 1, MOST_BYTES, standard.eventBytes()),
                (int) fields.whole("filesPerPartition", 1, MOST_FILES, standard.filesPerPartition()),
                Asked.of(fields.word(
                                "asked",
                                Asked.words(),
                                Optional.of(standard.asked().word())))
                        .orElse(standard.asked()),
                (int) fields.whole("queryDays", 1, MOST_DAYS, standard.queryDays()),
                fields.truth("catalog", standard.catalog()),
                (int) fields.whole("queriesPerDay", 1, MOST_QUERIES, standard.queriesPerDay()),
                fields.has("region") ? fields.text("region") : standard.region());
        double bytes = (double) scenario.userDayBytes() * scenario.users() * scenario.days();
        if (bytes > MOST_TABLE) {
            throw JsonFields.fault("The table has more than 10^18 bytes, it may have that many");
        }
        PartitioningBills.monthly(scenario, LayoutReading.of(scenario));
        return scenario;
    }

    private static KeyPart part(String path, JsonNode json) {
        return Optional.of(json)
                .filter(JsonNode::isString)
                .flatMap(word -> KeyPart.of(word.stringValue()))
                .orElseThrow(() -> JsonFields.fault(path + " must be one of " + String.join(", ", KeyPart.words())));
    }
}
