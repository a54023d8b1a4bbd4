package dev.rockpool.simulators.durability;

import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.ScenarioCodec;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes scenarios of the lab *durability*.
///
/// The bounds keep every chance above the least that a `double` holds.
final class DurabilityCodec implements ScenarioCodec<DurabilityScenario> {
    static final int MOST_COPIES = 16;
    static final int MOST_DATA = 128;
    static final int MOST_PARITY = 20;
    static final int MOST_LOCAL = 16;
    static final double LEAST_RATE = 1e-6;
    static final double MOST_RATE = 100;
    static final double MOST_PROBABILITY = 0.999999;
    static final double LEAST_HOURS = 0.01;
    static final double MOST_HOURS = 87_660;
    static final double LEAST_YEAR = 8_000;
    static final double MOST_YEAR = 9_000;
    static final long MOST_CREWS = 1_000;
    static final double MOST_DEFECTS = 1_000;
    static final long MOST_ZONES = 16;
    static final double MOST_ZONE_LOSSES = 10;
    static final double MOST_COMMON = 0.99;
    static final long MOST_OBJECTS = 1_000_000_000_000_000L;
    static final double MOST_MISSION = 1_000;
    static final double MOST_AGEING = 100_000;

    private static final List<String> FIELDS = List.of(
            "scheme",
            "annualFailureRate",
            "annualFailureRateIs",
            "repairHours",
            "detectionHours",
            "hoursPerYear",
            "repairCrews",
            "latentDefectsPerYear",
            "scrubHours",
            "zones",
            "zoneLossesPerYear",
            "commonCauseShare",
            "method",
            "objects",
            "missionYears",
            "ageing",
            "seed");
    private static final List<String> KINDS = List.of("replication", "erasure", "lrc");

    private final DurabilityScenario standard;

    DurabilityCodec(DurabilityScenario standard) {
        this.standard = standard;
    }

    @Override
    public ObjectNode write(DurabilityScenario scenario) {
        ObjectNode json = LabJson.object();
        ObjectNode scheme = json.putObject("scheme");
        scheme.put("kind", scenario.scheme().kind());
        switch (scenario.scheme()) {
            case Scheme.Replication(int copies) -> scheme.put("copies", copies);
            case Scheme.Erasure(int data, int parity) ->
                scheme.put("data", data).put("parity", parity);
            case Scheme.Lrc(int data, int local, int global) ->
                scheme.put("data", data).put("localParities", local).put("globalParities", global);
        }
        json.put("annualFailureRate", LabJson.exact(scenario.annualFailureRate()));
        json.put("annualFailureRateIs", scenario.isProbability() ? "probability" : "rate");
        json.put("repairHours", LabJson.exact(scenario.repairHours()));
        json.put("detectionHours", LabJson.exact(scenario.detectionHours()));
        json.put("hoursPerYear", LabJson.exact(scenario.hoursPerYear()));
        if (scenario.repairCrews() == 0) {
            json.putNull("repairCrews");
        } else {
            json.put("repairCrews", scenario.repairCrews());
        }
        json.put("latentDefectsPerYear", LabJson.exact(scenario.latentDefectsPerYear()));
        json.put("scrubHours", LabJson.exact(scenario.scrubHours()));
        json.put("zones", scenario.zones());
        json.put("zoneLossesPerYear", LabJson.exact(scenario.zoneLossesPerYear()));
        json.put("commonCauseShare", LabJson.exact(scenario.commonCauseShare()));
        json.put("method", scenario.method().word());
        json.put("objects", scenario.objects());
        json.put("missionYears", LabJson.exact(scenario.missionYears()));
        json.put("ageing", LabJson.exact(scenario.ageing()));
        json.put("seed", scenario.seed());
        return json;
    }

    @Override
    public DurabilityScenario read(JsonNode json) {
        JsonFields fields = JsonFields.of("", json, FIELDS);
        boolean probability = fields.word(
                        "annualFailureRateIs",
                        List.of("rate", "probability"),
                        Optional.of(standard.isProbability() ? "probability" : "rate"))
                .equals("probability");
        DurabilityScenario scenario = new DurabilityScenario(
                fields.has("scheme") ? scheme(fields.require("scheme")) : standard.scheme(),
                fields.decimal(
                        "annualFailureRate",
                        LEAST_RATE,
                        probability ? MOST_PROBABILITY : MOST_RATE,
                        standard.annualFailureRate()),
                probability,
                fields.decimal("repairHours", LEAST_HOURS, MOST_HOURS, standard.repairHours()),
                fields.decimal("detectionHours", 0, MOST_HOURS, standard.detectionHours()),
                fields.decimal("hoursPerYear", LEAST_YEAR, MOST_YEAR, standard.hoursPerYear()),
                (int) fields.whole("repairCrews", 1, MOST_CREWS, 0),
                fields.decimal("latentDefectsPerYear", 0, MOST_DEFECTS, standard.latentDefectsPerYear()),
                fields.decimal("scrubHours", LEAST_HOURS, MOST_HOURS, standard.scrubHours()),
                (int) fields.whole("zones", 1, MOST_ZONES, standard.zones()),
                fields.decimal("zoneLossesPerYear", 0, MOST_ZONE_LOSSES, standard.zoneLossesPerYear()),
                fields.decimal("commonCauseShare", 0, MOST_COMMON, standard.commonCauseShare()),
                LossMethod.of(fields.word(
                                "method",
                                LossMethod.words(),
                                Optional.of(standard.method().word())))
                        .orElse(standard.method()),
                fields.whole("objects", 1, MOST_OBJECTS, standard.objects()),
                fields.decimal("missionYears", LEAST_HOURS, MOST_MISSION, standard.missionYears()),
                fields.decimal("ageing", 1, MOST_AGEING, standard.ageing()),
                fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, standard.seed()));
        check(scenario);
        return scenario;
    }

    /// Refuses what does not fit together.
    ///
    /// @throws dev.rockpool.kernel.InputException if a group of a local code would be empty, or there
    ///     are more zones than shards
    static void check(DurabilityScenario scenario) {
        if (scenario.scheme() instanceof Scheme.Lrc(int data, int local, int _) && local > data) {
            throw JsonFields.fault("scheme.localParities is " + local + ", it must be 1 to scheme.data, " + data);
        }
        int shards = scenario.scheme().shards();
        if (scenario.zones() > shards) {
            throw JsonFields.fault("zones is " + scenario.zones() + ", it must be 1 to the shards, " + shards);
        }
    }

    private static Scheme scheme(JsonNode json) {
        String kind = JsonFields.kind("scheme", json, KINDS);
        return switch (kind) {
            case "replication" ->
                new Scheme.Replication((int)
                        JsonFields.of("scheme", json, List.of("kind", "copies")).whole("copies", 1, MOST_COPIES));
            case "erasure" -> {
                JsonFields fields = JsonFields.of("scheme", json, List.of("kind", "data", "parity"));
                yield new Scheme.Erasure(
                        (int) fields.whole("data", 1, MOST_DATA), (int) fields.whole("parity", 0, MOST_PARITY));
            }
            default -> {
                JsonFields fields =
                        JsonFields.of("scheme", json, List.of("kind", "data", "localParities", "globalParities"));
                yield new Scheme.Lrc(
                        (int) fields.whole("data", 1, MOST_DATA),
                        (int) fields.whole("localParities", 1, MOST_LOCAL),
                        (int) fields.whole("globalParities", 0, MOST_LOCAL));
            }
        };
    }
}
