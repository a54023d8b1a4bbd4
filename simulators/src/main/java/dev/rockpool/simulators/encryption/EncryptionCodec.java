package dev.rockpool.simulators.encryption;

import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.ScenarioCodec;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes scenarios of the lab *encryption*.
final class EncryptionCodec implements ScenarioCodec<EncryptionScenario> {
    static final long MOST_CALLS = 1_000_000_000_000L;
    static final long MOST_REQUESTERS = 10_000_000_000L;

    /// Minutes of a month of 730 hours.
    static final long MONTH_MINUTES = 43_800;

    static final long MOST_BUCKET_KEYS = 1_000_000;
    static final long LARGEST = 10_000L * (5L << 30);

    private static final List<String> FIELDS = List.of(
            "mode",
            "threat",
            "uploads",
            "downloads",
            "requesters",
            "activeMinutes",
            "bucketKeys",
            "objectBytes",
            "region",
            "keyState");

    private final EncryptionScenario standard;

    EncryptionCodec(EncryptionScenario standard) {
        this.standard = standard;
    }

    @Override
    public ObjectNode write(EncryptionScenario scenario) {
        ObjectNode json = LabJson.object();
        json.put("mode", scenario.mode().word());
        json.put("threat", scenario.threat().word());
        json.put("uploads", scenario.uploads());
        json.put("downloads", scenario.downloads());
        json.put("requesters", scenario.requesters());
        json.put("activeMinutes", scenario.activeMinutes());
        json.put("bucketKeys", scenario.bucketKeys());
        json.put("objectBytes", scenario.objectBytes());
        json.put("region", scenario.region());
        json.put("keyState", scenario.keyState().word());
        return json;
    }

    @Override
    public EncryptionScenario read(JsonNode json) {
        JsonFields fields = JsonFields.of("", json, FIELDS);
        EncryptionScenario scenario = new EncryptionScenario(
                EncryptionMode.of(fields.word(
                        "mode",
                        EncryptionMode.words(),
                        Optional.of(standard.mode().word()))),
                Threat.of(fields.word(
                        "threat", Threat.words(), Optional.of(standard.threat().word()))),
                fields.whole("uploads", 0, MOST_CALLS, standard.uploads()),
                fields.whole("downloads", 0, MOST_CALLS, standard.downloads()),
                fields.whole("requesters", 1, MOST_REQUESTERS, standard.requesters()),
                fields.whole("activeMinutes", 1, MONTH_MINUTES, standard.activeMinutes()),
                fields.whole("bucketKeys", 1, MOST_BUCKET_KEYS, standard.bucketKeys()),
                fields.whole("objectBytes", 1, LARGEST, standard.objectBytes()),
                fields.has("region") ? fields.text("region") : standard.region(),
                KeyState.of(fields.word(
                        "keyState",
                        KeyState.words(),
                        Optional.of(standard.keyState().word()))));
        check(scenario);
        return scenario;
    }

    /// Refuses what cannot be billed.
    ///
    /// @throws dev.rockpool.kernel.InputException if a price is not known in the region
    static void check(EncryptionScenario scenario) {
        EncryptionBills.monthly(scenario, EncryptionCalls.of(scenario));
    }
}
