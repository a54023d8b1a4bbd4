package dev.rockpool.lifecycle;

import dev.rockpool.kernel.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The JSON form of a lifecycle configuration, `{"Rules":[…]}`, as `put-bucket-lifecycle-configuration` takes it and
/// `get-bucket-lifecycle-configuration` gives it.
///
/// A `TransitionDefaultMinimumObjectSize` beside the rules, which the latter answers, is let through; it is not a
/// rule.
public final class LifecycleJson {
    /// The code of a text that is no JSON at all.
    public static final String CODE = "lifecycle-json";

    private static final int DEEPEST = 50;

    /// Where JSON has an array and XML repeats an element: the parent, the field in JSON, the element in XML.
    private static final List<Repeated> REPEATED = List.of(
            new Repeated("LifecycleConfiguration", "Rules", "Rule"),
            new Repeated("Rule", "Transitions", "Transition"),
            new Repeated("Rule", "NoncurrentVersionTransitions", "NoncurrentVersionTransition"),
            new Repeated("And", "Tags", "Tag"));

    private static final String BESIDE_THE_RULES = "TransitionDefaultMinimumObjectSize";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LifecycleJson() {}

    private record Repeated(String parent, String field, String element) {}

    /// What comes of a configuration in a JSON text.
    ///
    /// @param file the name that a fault of the text is reported under
    /// @throws InputException if the text is no JSON
    public static LifecycleReading read(String file, String text) {
        try {
            return read(MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new InputException(CODE, file + ":" + line + ": the text is not valid JSON.", e);
        }
    }

    /// What comes of a configuration.
    public static LifecycleReading read(JsonNode configuration) {
        return RulesReader.read(element("LifecycleConfiguration", configuration));
    }

    /// A configuration as JSON.
    public static ObjectNode write(LifecycleConfiguration configuration) {
        ObjectNode json = object(RulesWriter.write(configuration));
        if (configuration.rules().isEmpty()) {
            json.putArray("Rules");
        }
        return json;
    }

    private static Element element(String name, JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> Element.fields(name, children(name, json));
            case STRING -> Element.string(name, json.stringValue());
            case BOOLEAN -> Element.bool(name, json.booleanValue());
            case NUMBER ->
                new Element(
                        name,
                        Element.Kind.NUMBER,
                        json.isIntegralNumber() ? json.asString() : json.decimalValue() + ".",
                        List.of());
            case ARRAY, NULL, BINARY, MISSING, POJO -> new Element(name, Element.Kind.OTHER, "", List.of());
        };
    }

    private static List<Element> children(String parent, JsonNode json) {
        List<Element> children = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            String name = field.getKey();
            Optional<Repeated> repeated = REPEATED.stream()
                    .filter(each -> each.parent.equals(parent) && each.field.equals(name))
                    .findFirst();
            boolean isXmlName =
                    REPEATED.stream().anyMatch(each -> each.parent.equals(parent) && each.element.equals(name));
            if (repeated.isPresent() && field.getValue().isArray()) {
                field.getValue().forEach(value -> children.add(element(repeated.get().element, value)));
            } else if (isXmlName) {
                children.add(new Element(name, Element.Kind.OTHER, "", List.of()));
            } else if (!parent.equals("LifecycleConfiguration") || !name.equals(BESIDE_THE_RULES)) {
                children.add(element(name, field.getValue()));
            }
        }
        return children;
    }

    private static ObjectNode object(Element element) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Element child : element.children()) {
            Optional<Repeated> repeated = REPEATED.stream()
                    .filter(each -> each.parent.equals(element.name()) && each.element.equals(child.name()))
                    .findFirst();
            if (repeated.isPresent()) {
                json.withArray(repeated.get().field).add(object(child));
                continue;
            }
            switch (child.kind()) {
                case FIELDS -> json.set(child.name(), object(child));
                case STRING, XML_TEXT, OTHER -> json.put(child.name(), child.text());
                case NUMBER -> json.put(child.name(), Long.parseLong(child.text()));
                case BOOLEAN -> json.put(child.name(), Boolean.parseBoolean(child.text()));
            }
        }
        return json;
    }
}
