package dev.rockpool.costmodel.scenario;

import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.InputException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Scenarios as text, and their usage as `price` takes it.
///
/// `{"region","months","growthPercent","freeTier","parts":[{"kind", …inputs}]}`: numbers and choices are strings under
/// the ids of the kind's inputs; what is left out has its standard.
public final class ScenarioJson {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonFactory FACTORY = new JsonFactory();

    private ScenarioJson() {}

    /// `scenario` on one line.
    public static String write(CostScenario scenario) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("region", scenario.region());
            json.writeNumberProperty("months", scenario.months());
            json.writeStringProperty("growthPercent", Decimals.plain(scenario.growthPercent()));
            json.writeBooleanProperty("freeTier", scenario.freeTier());
            json.writeArrayPropertyStart("parts");
            for (Part part : scenario.parts()) {
                json.writeStartObject();
                json.writeStringProperty("kind", part.kind().id());
                part.values().forEach(json::writeStringProperty);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    /// The scenario that `text` is.
    ///
    /// @throws InputException if it is none
    public static CostScenario read(String text) {
        try {
            return read(MAPPER.readTree(text));
        } catch (JacksonException broken) {
            throw new InputException(Part.CODE, "This is no scenario: the text is not valid JSON.", broken);
        } catch (IllegalArgumentException outside) {
            throw new InputException(Part.CODE, "This is no scenario: " + outside.getMessage(), outside);
        }
    }

    static CostScenario read(JsonNode json) {
        List<Part> parts = new ArrayList<>();
        for (JsonNode part : json.path("parts")) {
            Map<String, String> values = new LinkedHashMap<>();
            part.properties().forEach(field -> {
                if (!field.getKey().equals("kind")) {
                    values.put(field.getKey(), field.getValue().asString());
                }
            });
            parts.add(new Part(PartKind.named(part.path("kind").asString("")), values));
        }
        CostScenario standard = CostScenario.EMPTY;
        return new CostScenario(
                json.path("region").asString(standard.region()),
                json.path("months").asInt(standard.months()),
                Decimals.parse(json.path("growthPercent").asString("0")).orElseThrow(IllegalArgumentException::new),
                json.path("freeTier").asBoolean(standard.freeTier()),
                parts);
    }

    /// The usage of some months, an array of usage lines each: a file for `price`, which answers a bill a month.
    public static String usage(List<List<UsageLine>> months) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            for (List<UsageLine> month : months) {
                json.writeRaw("\n ");
                json.writeStartArray();
                for (UsageLine line : month) {
                    json.writeStartObject();
                    json.writeStringProperty("service", line.service());
                    json.writeStringProperty("item", line.item());
                    json.writeStringProperty("quantity", Decimals.plain(line.quantity()));
                    json.writeStringProperty("region", line.region());
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        return text + "\n";
    }
}
