package dev.rockpool.costmodel.fleet;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.lifecycle.StorageClass;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Fleet scenarios as text.
///
/// `{"fleet":{…},"rules":{"Rules":[…]},"months":24,"against":"nothing"}`, the fleet as `docs/fleet-format.md` has it;
/// or, instead of it, `"report":"/path/manifest.json","region":"us-east-1","start":"2027-01"`.
public final class FleetScenarioJson {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String FLEET = "fleet";
    private static final String REPORT = "report";
    private static final int STANDARD_MONTHS = 12;

    private FleetScenarioJson() {}

    /// Whether `text` is meant to be a fleet scenario, and not one of services.
    public static boolean isMeant(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            return root.has(FLEET) || root.has(REPORT);
        } catch (JacksonException _) {
            return false; // the reader of the other kind says what is wrong
        }
    }

    /// `scenario` on one line.
    public static String write(FleetScenario scenario) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        switch (scenario.objects()) {
            case FleetScenario.Objects.Described(Fleet fleet) ->
                root.set(FLEET, fleet(new FleetFile(fleet, scenario.region(), scenario.start())));
            case FleetScenario.Objects.Reported(Path file) ->
                root.put(REPORT, file.toString())
                        .put("region", scenario.region())
                        .put("start", scenario.start().toString());
        }
        root.set("rules", MAPPER.readTree(scenario.rules()));
        root.put("months", scenario.months());
        root.put("against", scenario.against().id());
        return root.toString();
    }

    /// The fleet file of a described fleet, as `whatif` takes it.
    public static String fleetFile(FleetFile file) {
        return fleet(file).toPrettyString() + "\n";
    }

    /// The scenario that `text` is.
    ///
    /// @throws InputException if it is none
    public static FleetScenario read(String text) {
        try {
            return read(MAPPER.readTree(text));
        } catch (JacksonException broken) {
            throw new InputException(FleetFile.CODE, "This is no scenario: the text is not valid JSON.", broken);
        } catch (IllegalArgumentException outside) {
            throw new InputException(FleetFile.CODE, "This is no scenario: " + outside.getMessage(), outside);
        }
    }

    static FleetScenario read(JsonNode root) {
        int months = root.path("months").asInt(STANDARD_MONTHS);
        String rules = root.has("rules") ? root.get("rules").toString() : FleetScenario.NO_RULES;
        FleetScenario.Against against =
                root.path("against").asString("").equals(FleetScenario.Against.INTELLIGENT_TIERING.id())
                        ? FleetScenario.Against.INTELLIGENT_TIERING
                        : FleetScenario.Against.NOTHING;
        if (root.has(REPORT)) {
            return new FleetScenario(
                    new FleetScenario.Objects.Reported(Path.of(root.get(REPORT).asString())),
                    rules,
                    root.path("region").asString(FleetFile.DEFAULT_REGION),
                    month(root.path("start").asString(FleetFile.DEFAULT_START.toString())),
                    months,
                    against);
        }
        FleetFile file = FleetFile.parse(FLEET, root.path(FLEET).toString());
        return new FleetScenario(
                new FleetScenario.Objects.Described(file.fleet()), rules, file.region(), file.start(), months, against);
    }

    private static YearMonth month(String written) {
        try {
            return YearMonth.parse(written);
        } catch (DateTimeException e) {
            throw new InputException(
                    FleetFile.CODE, "This is no scenario: start " + Quote.of(written) + " is not a month.", e);
        }
    }

    private static ObjectNode fleet(FleetFile file) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("region", file.region());
        json.put("start", file.start().toString());
        json.put("seed", file.fleet().seed());
        if (file.fleet().versioned()) {
            json.put("versioned", true);
        }
        ArrayNode groups = json.putArray("groups");
        file.fleet().groups().forEach(group -> write(groups.addObject(), group));
        return json;
    }

    private static void write(ObjectNode json, FleetGroup group) {
        json.put("name", group.name());
        if (!group.prefix().isEmpty()) {
            json.put("prefix", group.prefix());
        }
        if (!group.tags().isEmpty()) {
            ObjectNode tags = json.putObject("tags");
            for (Map.Entry<String, String> tag : new TreeMap<>(group.tags()).entrySet()) {
                tags.put(tag.getKey(), tag.getValue());
            }
        }
        if (group.storageClass() != StorageClass.STANDARD) {
            json.put("storageClass", group.storageClass().name());
        }
        json.put("objects", group.objects());
        write(json.putObject("sizes"), group.sizes());
        json.put("youngestDays", group.youngestDays());
        json.put("oldestDays", group.oldestDays());
        json.put("arrivalsPerDay", group.arrivalsPerDay());
        ArrayNode reads = json.putArray("reads");
        for (FleetGroup.ReadShare read : group.reads()) {
            ObjectNode each = reads.addObject()
                    .put("share", read.share())
                    .put("perMonth", read.pattern().perMonth());
            read.pattern().halfLifeDays().ifPresent(days -> each.put("halfLifeDays", days));
        }
        ArrayNode deletes = json.putArray("deletes");
        group.deletes()
                .forEach(delete ->
                        deletes.addObject().put("share", delete.share()).put("afterDays", delete.afterDays()));
        if (!group.overwrites().isEmpty()) {
            ArrayNode overwrites = json.putArray("overwrites");
            group.overwrites()
                    .forEach(over ->
                            overwrites.addObject().put("share", over.share()).put("afterDays", over.afterDays()));
        }
    }

    private static void write(ObjectNode json, SizeDistribution sizes) {
        switch (sizes) {
            case SizeDistribution.Fixed(long bytes) -> json.put("kind", "fixed").put("bytes", bytes);
            case SizeDistribution.Lognormal(double mean, double sigma) ->
                json.put("kind", "lognormal").put("mean", mean).put("sigma", sigma);
            case SizeDistribution.Weighted weighted -> {
                ArrayNode entries = json.put("kind", "list").putArray("sizes");
                weighted.sizes()
                        .forEach(entry ->
                                entries.addObject().put("bytes", entry.bytes()).put("weight", entry.weight()));
            }
        }
    }
}
