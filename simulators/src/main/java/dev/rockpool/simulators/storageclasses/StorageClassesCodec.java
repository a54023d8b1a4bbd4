package dev.rockpool.simulators.storageclasses;

import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.ScenarioCodec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes scenarios of the lab *storage-classes*.
final class StorageClassesCodec implements ScenarioCodec<StorageClassesScenario> {
    static final long MOST_OBJECTS = 1_000_000_000_000L;
    static final long LARGEST = 10_000L * (5L << 30);
    static final double MOST_READS = 100_000;
    static final double LEAST_MONTHS = 0.01;
    static final double MOST_MONTHS = 1_200;

    /// All objects together, in bytes: 4 EiB.
    static final long MOST_BYTES = 1L << 62;

    private static final List<String> FIELDS = List.of(
            "objects",
            "averageBytes",
            "readsPerObjectMonth",
            "monthsKept",
            "region",
            "restoreTier",
            "instantReads",
            "oneZone");

    private final StorageClassesScenario standard;

    StorageClassesCodec(StorageClassesScenario standard) {
        this.standard = standard;
    }

    @Override
    public ObjectNode write(StorageClassesScenario scenario) {
        ObjectNode json = LabJson.object();
        json.put("objects", scenario.objects());
        json.put("averageBytes", scenario.averageBytes());
        json.put("readsPerObjectMonth", LabJson.decimal(scenario.readsPerObjectMonth()));
        json.put("monthsKept", LabJson.decimal(scenario.monthsKept()));
        json.put("region", scenario.region());
        json.put("restoreTier", scenario.restoreTier().apiName());
        json.put("instantReads", scenario.instantReads());
        json.put("oneZone", scenario.oneZone());
        return json;
    }

    @Override
    public StorageClassesScenario read(JsonNode json) {
        JsonFields fields = JsonFields.of("", json, FIELDS);
        StorageClassesScenario scenario = new StorageClassesScenario(
                fields.whole("objects", 1, MOST_OBJECTS, standard.objects()),
                fields.whole("averageBytes", 1, LARGEST, standard.averageBytes()),
                fields.has("readsPerObjectMonth")
                        ? fields.decimal("readsPerObjectMonth", 0, MOST_READS)
                        : standard.readsPerObjectMonth(),
                fields.has("monthsKept")
                        ? fields.decimal("monthsKept", LEAST_MONTHS, MOST_MONTHS)
                        : standard.monthsKept(),
                fields.has("region") ? fields.text("region") : standard.region(),
                tier(fields.word(
                        "restoreTier",
                        Arrays.stream(RestoreTier.values())
                                .map(RestoreTier::apiName)
                                .toList(),
                        Optional.of(standard.restoreTier().apiName()))),
                fields.has("instantReads") ? bool(fields, "instantReads") : standard.instantReads(),
                fields.has("oneZone") ? bool(fields, "oneZone") : standard.oneZone());
        check(scenario);
        return scenario;
    }

    /// Refuses what cannot run.
    ///
    /// @throws dev.rockpool.kernel.InputException if all objects together are too many bytes, or Standard has no
    ///     price in the region
    static void check(StorageClassesScenario scenario) {
        if (scenario.objects() > MOST_BYTES / scenario.averageBytes()) {
            throw JsonFields.fault("objects × averageBytes is " + scenario.objects() + " × " + scenario.averageBytes()
                    + " bytes, it may be 4 EiB");
        }
        PricesInForce.book().require(StorageBilling.SERVICE, "storage.STANDARD", scenario.region());
    }

    static RestoreTier tier(String word) {
        return Arrays.stream(RestoreTier.values())
                .filter(tier -> tier.apiName().equals(word))
                .findFirst()
                .orElse(RestoreTier.STANDARD);
    }

    private static boolean bool(JsonFields fields, String name) {
        JsonNode json = fields.require(name);
        if (!json.isBoolean()) {
            throw JsonFields.fault(fields.path(name) + " is true or false, not " + JsonFields.kind(json));
        }
        return json.booleanValue();
    }
}
