package dev.rockpool.simulators.availability;

import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.ScenarioCodec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes scenarios of the lab *availability*.
///
/// `components` is a block, or an array of blocks in series.
final class AvailabilityCodec implements ScenarioCodec<AvailabilityScenario> {
    static final int MOST_PARTS = 1_000;
    static final int DEEPEST = 20;
    static final int LONGEST_NAME = 80;
    static final double LEAST_HOURS = 0.001;
    static final double MOST_HOURS = 1e9;
    static final double MOST_REPAIR_HOURS = 8_760;

    private static final List<String> FIELDS =
            List.of("components", "convention", "target", "repairHours", "serviceLevel", "seed");
    private static final List<String> BLOCK =
            List.of("series", "parallel", "kOfN", "of", "availability", "mtbfHours", "mttrHours", "name");

    private final AvailabilityScenario standard;

    AvailabilityCodec(AvailabilityScenario standard) {
        this.standard = standard;
    }

    @Override
    public ObjectNode write(AvailabilityScenario scenario) {
        ObjectNode json = LabJson.object();
        json.set("components", block(scenario.system()));
        json.put("convention", scenario.convention().word());
        json.put("target", LabJson.exact(scenario.target()));
        json.put("repairHours", LabJson.exact(scenario.repairHours()));
        json.put("serviceLevel", scenario.serviceLevel().word());
        json.put("seed", scenario.seed());
        return json;
    }

    private static ObjectNode block(Component component) {
        ObjectNode json = LabJson.object();
        switch (component) {
            case Component.Rated(String name, BigDecimal availability) -> {
                named(json, name);
                json.put("availability", availability);
            }
            case Component.Repaired(String name, double mtbf, double mttr) -> {
                named(json, name);
                json.put("mtbfHours", LabJson.exact(mtbf));
                json.put("mttrHours", LabJson.exact(mttr));
            }
            case Component.Series(List<Component> of) -> blocks(json.putArray("series"), of);
            case Component.Parallel(List<Component> of) -> blocks(json.putArray("parallel"), of);
            case Component.KOfN(int k, List<Component> of) -> {
                json.put("kOfN", k);
                blocks(json.putArray("of"), of);
            }
        }
        return json;
    }

    private static void named(ObjectNode json, String name) {
        if (!name.isEmpty()) {
            json.put("name", name);
        }
    }

    private static void blocks(ArrayNode array, List<Component> of) {
        of.forEach(each -> array.add(block(each)));
    }

    @Override
    public AvailabilityScenario read(JsonNode json) {
        JsonFields fields = JsonFields.of("", json, FIELDS);
        AvailabilityScenario scenario = new AvailabilityScenario(
                fields.has("components") ? system(fields.require("components")) : standard.system(),
                Convention.of(fields.word(
                                "convention",
                                Convention.words(),
                                Optional.of(standard.convention().word())))
                        .orElse(standard.convention()),
                fields.decimal("target", 0, 1, standard.target()),
                fields.decimal("repairHours", LEAST_HOURS, MOST_REPAIR_HOURS, standard.repairHours()),
                ServiceLevel.of(fields.word(
                                "serviceLevel",
                                ServiceLevel.words(),
                                Optional.of(standard.serviceLevel().word())))
                        .orElse(standard.serviceLevel()),
                fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, standard.seed()));
        check(scenario);
        return scenario;
    }

    /// Refuses a diagram of too many parts.
    ///
    /// @throws dev.rockpool.kernel.InputException if there are more than a thousand
    static void check(AvailabilityScenario scenario) {
        int parts = scenario.system().parts().size();
        if (parts > MOST_PARTS) {
            throw JsonFields.fault("components has " + parts + " parts, it may have " + MOST_PARTS);
        }
    }

    private static Component system(JsonNode json) {
        return json.isArray() ? new Component.Series(several("components", json, 0)) : component("components", json, 0);
    }

    private static Component component(String path, JsonNode json, int depth) {
        if (depth > DEEPEST) {
            throw JsonFields.fault(path + " is a block in " + depth + " others, it may be in " + DEEPEST);
        }
        JsonFields fields = JsonFields.of(path, json, BLOCK);
        if (fields.has("series")) {
            only(path, json, List.of("series"));
            return new Component.Series(several(fields.path("series"), fields.require("series"), depth));
        }
        if (fields.has("parallel")) {
            only(path, json, List.of("parallel"));
            return new Component.Parallel(several(fields.path("parallel"), fields.require("parallel"), depth));
        }
        if (fields.has("kOfN") || fields.has("of")) {
            only(path, json, List.of("kOfN", "of"));
            List<Component> of = several(fields.path("of"), fields.require("of"), depth);
            return new Component.KOfN((int) fields.whole("kOfN", 1, of.size()), of);
        }
        String name = fields.has("name") ? fields.text("name") : "";
        if (name.length() > LONGEST_NAME) {
            throw JsonFields.fault(
                    fields.path("name") + " has " + name.length() + " characters, it may have " + LONGEST_NAME);
        }
        if (fields.has("mtbfHours") || fields.has("mttrHours")) {
            only(path, json, List.of("mtbfHours", "mttrHours", "name"));
            return new Component.Repaired(
                    name,
                    fields.decimal("mtbfHours", LEAST_HOURS, MOST_HOURS),
                    fields.decimal("mttrHours", LEAST_HOURS, MOST_HOURS));
        }
        if (!fields.has("availability")) {
            throw JsonFields.fault(
                    path + " needs one of series, parallel, kOfN with of, availability, or mtbfHours with mttrHours");
        }
        JsonNode availability = fields.require("availability");
        JsonFields.decimal(fields.path("availability"), availability, 0, 1);
        return new Component.Rated(name, availability.decimalValue().stripTrailingZeros());
    }

    private static List<Component> several(String path, JsonNode json, int depth) {
        BiFunction<String, JsonNode, Component> read = (at, each) -> component(at, each, depth + 1);
        List<Component> of = new ArrayList<>(JsonFields.items(path, json, MOST_PARTS, read));
        if (of.isEmpty()) {
            throw JsonFields.fault(path + " is empty, it has 1 block or more");
        }
        return of;
    }

    private static void only(String path, JsonNode json, List<String> fields) {
        for (String name : json.propertyNames()) {
            if (!fields.contains(name)) {
                throw JsonFields.fault(path + "." + name + " cannot stand beside " + path + "." + fields.getFirst());
            }
        }
    }
}
