package dev.rockpool.keys.kms;

import dev.rockpool.keys.KeyRefusal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The fields of a request, read with the bounds of the API.
///
/// Every method throws [KeyRefusal] with `ValidationException` or `SerializationException`'s sentence where a field is
/// missing, of another type, or out of bounds.
final class JsonFields {
    private final JsonNode node;

    JsonFields(JsonNode node) {
        this.node = node;
    }

    String text(String field, int most) {
        return optionalText(field, most).orElseThrow(() -> missing(field));
    }

    Optional<String> optionalText(String field, int most) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw invalid(field, "must be a string");
        }
        String text = value.asString();
        if (text.length() > most) {
            throw invalid(field, "must have length less than or equal to " + most);
        }
        return Optional.of(text);
    }

    byte[] bytes(String field) {
        String text = text(field, Integer.MAX_VALUE);
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException _) {
            throw invalid(field, "must be base64");
        }
    }

    OptionalInt number(String field, int least, int most) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalInt.empty();
        }
        if (!value.canConvertToInt()) {
            throw invalid(field, "must be an integer");
        }
        int number = value.intValue();
        if (number < least || number > most) {
            throw invalid(field, "must be from " + least + " to " + most);
        }
        return OptionalInt.of(number);
    }

    boolean flag(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw invalid(field, "must be a boolean");
        }
        return value.booleanValue();
    }

    Map<String, String> texts(String field) {
        return optionalTexts(field).orElse(Map.of());
    }

    Optional<Map<String, String>> optionalTexts(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isObject()) {
            throw invalid(field, "must be an object");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        value.properties().forEach(entry -> {
            if (!entry.getValue().isString()) {
                throw invalid(field, "must have strings as values");
            }
            texts.put(entry.getKey(), entry.getValue().asString());
        });
        return Optional.of(texts);
    }

    Set<String> list(String field, int most) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Set.of();
        }
        if (!value.isArray() || value.size() > most) {
            throw invalid(field, "must be a list of at most " + most);
        }
        Set<String> texts = new LinkedHashSet<>();
        for (JsonNode element : value) {
            if (!element.isString()) {
                throw invalid(field, "must be a list of strings");
            }
            texts.add(element.asString());
        }
        return texts;
    }

    /// The tags of a field `[{"TagKey","TagValue"}]`.
    Map<String, String> tags(String field) {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Map.of();
        }
        if (!value.isArray()) {
            throw invalid(field, "must be a list");
        }
        Map<String, String> tags = new LinkedHashMap<>();
        for (JsonNode element : value) {
            JsonFields tag = new JsonFields(element);
            if (tags.put(tag.text("TagKey", 128), tag.text("TagValue", 256)) != null) {
                throw new KeyRefusal(KeyRefusal.Code.TAG, "Duplicate tag keys");
            }
        }
        return tags;
    }

    Optional<JsonFields> object(String field) {
        return Optional.of(node.path(field)).filter(JsonNode::isObject).map(JsonFields::new);
    }

    private static KeyRefusal missing(String field) {
        return invalid(field, "must not be null");
    }

    private static KeyRefusal invalid(String field, String constraint) {
        String name = Character.toLowerCase(field.charAt(0)) + field.substring(1);
        return new KeyRefusal(
                KeyRefusal.Code.VALIDATION,
                "1 validation error detected: Value at '" + name + "' failed to satisfy constraint: Member "
                        + constraint);
    }
}
