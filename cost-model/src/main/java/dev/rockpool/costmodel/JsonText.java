package dev.rockpool.costmodel;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// JSON as it stands in a file: each value with its line, each number with its digits.
///
/// Numbers stay text, so that `1e999999999` costs nothing to read and what was written can be quoted.
public final class JsonText {
    /// `NaN` and `Infinity` are let through as numbers, so that they are refused by the name of their field.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final String file;
    private final String code;
    private final JsonParser parser;

    private JsonText(String file, String code, JsonParser parser) {
        this.file = file;
        this.code = code;
        this.parser = parser;
    }

    /// A value of a JSON text and the line it starts on, counted from 1.
    public sealed interface Value {
        int line();

        /// What it is, for a sentence that expected something else.
        String kind();
    }

    /// An object.
    public record Fields(int line, SequencedMap<String, Value> values) implements Value {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /// An array.
    public record Items(int line, List<Value> values) implements Value {
        @Override
        public String kind() {
            return "an array";
        }
    }

    /// A string.
    public record Text(int line, String value) implements Value {
        @Override
        public String kind() {
            return "a string";
        }
    }

    /// A number, as it is written.
    public record Digits(int line, String value) implements Value {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /// `true`, `false` or `null`.
    public record Word(int line, String value) implements Value {
        @Override
        public String kind() {
            return value;
        }
    }

    /// The one value of `json`.
    ///
    /// @throws InputException with `code`, starting with `file:line:`, if it is no JSON, has a field twice, nests
    ///     deeper than 100 or has more than one value
    public static Value parse(String file, String code, String json) {
        try (JsonParser parser =
                FACTORY.createParser(ObjectReadContext.empty(), json.startsWith("\uFEFF") ? json.substring(1) : json)) {
            return new JsonText(file, code, parser).only();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
            throw new InputException(
                    code, file + ":" + line + ": the text is not valid JSON at column " + column + ".", e);
        }
    }

    private Value only() {
        if (parser.nextToken() == null) {
            throw new InputException(code, file + ":1: the file is empty, JSON was expected.");
        }
        Value value = value();
        if (parser.nextToken() != null) {
            throw new InputException(code, file + ":" + line() + ": there is more after the end of the JSON.");
        }
        return value;
    }

    private Value value() {
        int line = line();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(line);
            case START_ARRAY -> array(line);
            case VALUE_STRING -> new Text(line, parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(line, parser.getString());
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> new Word(line, parser.getString());
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("No JSON value starts with " + parser.currentToken() + ".");
        };
    }

    private Fields object(int line) {
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int at = line();
            parser.nextToken();
            if (values.put(name, value()) != null) {
                throw new InputException(code, file + ":" + at + ": the field " + Quote.of(name) + " occurs twice.");
            }
        }
        return new Fields(line, values);
    }

    private Items array(int line) {
        List<Value> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value());
        }
        return new Items(line, values);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
