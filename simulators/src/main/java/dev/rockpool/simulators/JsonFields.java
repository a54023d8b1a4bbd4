package dev.rockpool.simulators;

import dev.rockpool.costmodel.NearMatches;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/// The fields of one JSON object, read by name within bounds.
///
/// Every fault is an [InputException] that names the field by its path (`keys.exponent`,
/// `reshard[1].at`), its value and its bound.
public final class JsonFields {
    /// The code of every fault.
    public static final String CODE = "lab-scenario";

    private final String path;
    private final JsonNode object;

    private JsonFields(String path, JsonNode object) {
        this.path = path;
        this.object = object;
    }

    /// The fields of `json`.
    ///
    /// @param path of the object itself, empty for a whole scenario
    /// @param known the names that it may have
    /// @throws InputException if `json` is no object, or has a field of another name
    public static JsonFields of(String path, JsonNode json, List<String> known) {
        JsonFields fields = new JsonFields(path, json);
        if (!json.isObject()) {
            throw fault((path.isEmpty() ? "A scenario" : path) + " is an object, not " + kind(json));
        }
        for (String name : json.propertyNames()) {
            if (!known.contains(name)) {
                throw fault("There is no field " + Quote.of(fields.path(name)) + "; " + NearMatches.of(name, known));
            }
        }
        return fields;
    }

    /// The fields of an object whose field `kind` decides which others there are.
    ///
    /// @param kinds the words that `kind` may be
    /// @throws InputException if `json` is no object or its `kind` is another word
    public static String kind(String path, JsonNode json, List<String> kinds) {
        if (!json.isObject()) {
            throw fault(path + " is an object with a field kind, not " + kind(json));
        }
        return new JsonFields(path, json).word("kind", kinds, Optional.empty());
    }

    /// A fault of the field `path`.
    public static InputException fault(String sentence) {
        return new InputException(CODE, sentence + ".");
    }

    /// Whether the object has the field, and it is not `null`.
    public boolean has(String name) {
        return object.has(name) && !object.get(name).isNull();
    }

    /// The path of a field, for a sentence.
    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /// A number from `low` to `high`, or `absent` where there is none.
    public double decimal(String name, double low, double high, double absent) {
        return has(name) ? decimal(name, low, high) : absent;
    }

    /// A truth value, or `absent` where there is none.
    public boolean truth(String name, boolean absent) {
        if (!has(name)) {
            return absent;
        }
        if (!require(name).isBoolean()) {
            throw fault(path(name) + " is true or false, not " + kind(require(name)));
        }
        return require(name).booleanValue();
    }

    /// A field that must be there.
    public JsonNode require(String name) {
        if (!has(name)) {
            throw fault(path(name) + " is missing");
        }
        return object.get(name);
    }

    /// A whole number from `low` to `high`.
    public long whole(String name, long low, long high) {
        return whole(path(name), require(name), low, high);
    }

    /// A whole number from `low` to `high`, or `absent` where there is none.
    public long whole(String name, long low, long high, long absent) {
        return has(name) ? whole(name, low, high) : absent;
    }

    /// A number from `low` to `high`.
    public double decimal(String name, double low, double high) {
        return decimal(path(name), require(name), low, high);
    }

    /// One of `words`; `absent` where there is none.
    public String word(String name, List<String> words, Optional<String> absent) {
        if (!has(name) && absent.isPresent()) {
            return absent.get();
        }
        String word = text(name);
        if (!words.contains(word)) {
            throw fault(path(name) + " is " + Quote.of(word) + ", it must be one of " + String.join(", ", words) + "; "
                    + NearMatches.of(word, words));
        }
        return word;
    }

    /// A string.
    public String text(String name) {
        JsonNode json = require(name);
        if (!json.isString()) {
            throw fault(path(name) + " is a string, not " + kind(json));
        }
        return json.stringValue();
    }

    /// The items of an array, each read by `read` with its path.
    ///
    /// @param most how many there may be
    public <T> List<T> items(String name, int most, BiFunction<String, JsonNode, T> read) {
        return items(path(name), require(name), most, read);
    }

    /// The items of the array `json`.
    ///
    /// @param path of the array
    /// @param most how many there may be
    public static <T> List<T> items(String path, JsonNode json, int most, BiFunction<String, JsonNode, T> read) {
        if (!json.isArray()) {
            throw fault(path + " is an array, not " + kind(json));
        }
        if (json.size() > most) {
            throw fault(path + " has " + json.size() + " items, it may have " + most);
        }
        List<T> items = new ArrayList<>();
        for (int at = 0; at < json.size(); at++) {
            items.add(read.apply(path + "[" + at + "]", json.get(at)));
        }
        return items;
    }

    /// `json` as a whole number from `low` to `high`.
    public static long whole(String path, JsonNode json, long low, long high) {
        if (!json.isNumber()) {
            throw fault(path + " is a whole number from " + low + " to " + high + ", not " + kind(json));
        }
        BigDecimal value = json.decimalValue();
        if (value.compareTo(BigDecimal.valueOf(low)) < 0 || value.compareTo(BigDecimal.valueOf(high)) > 0) {
            throw fault(path + " is " + written(json) + ", it must be " + low + " to " + high);
        }
        if (value.stripTrailingZeros().scale() > 0) {
            throw fault(path + " is " + written(json) + ", it must be a whole number");
        }
        return value.longValueExact();
    }

    /// `json` as a number from `low` to `high`.
    public static double decimal(String path, JsonNode json, double low, double high) {
        String bounds = bound(low) + " to " + bound(high);
        if (!json.isNumber()) {
            throw fault(path + " is a number from " + bounds + ", not " + kind(json));
        }
        BigDecimal value = json.decimalValue();
        if (value.compareTo(BigDecimal.valueOf(low)) < 0 || value.compareTo(BigDecimal.valueOf(high)) > 0) {
            throw fault(path + " is " + written(json) + ", it must be " + bounds);
        }
        return value.doubleValue();
    }

    private static String bound(double value) {
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        return exact.scale() > 2
                ? exact.toPlainString()
                : Unit.PLAIN.number(value).replace(".00", "");
    }

    /// What `json` is, for a sentence that expected something else.
    public static String kind(JsonNode json) {
        return switch (json.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "the string " + Quote.of(json.stringValue());
            case NUMBER -> "the number " + written(json);
            case BOOLEAN -> json.booleanValue() ? "true" : "false";
            case NULL -> "null";
            case BINARY, MISSING, POJO -> "something else";
        };
    }

    private static String written(JsonNode json) {
        String text = json.decimalValue().toString();
        return text.length() <= Quote.LONGEST ? text : Quote.of(text);
    }
}
