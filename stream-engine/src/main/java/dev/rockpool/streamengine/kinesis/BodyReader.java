package dev.rockpool.streamengine.kinesis;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// Reads the body of a request as the shape of its operation, in one pass over the tokens. Members that the model does
/// not know are skipped, those that are null are absent.
///
/// Sentences of *SerializationException* are the service's (mhart/kinesalite, `test/helpers.js`).
final class BodyReader {
    private static final String NUMBER = "class com.amazon.coral.value.json.numbers.TruncatingBigNumber";
    private static final String TRUTH = "class java.lang.Boolean";
    private static final String TEXT = "class java.lang.String";
    private static final String BYTES = "class java.nio.HeapByteBuffer";
    private static final String LIST = "Start of list found where not expected";
    private static final String STRUCTURE = "Start of structure or map found where not expected.";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final long EACH_BYTE = 0x0101_0101_0101_0101L;
    private static final long TOP_BITS = 0x8080_8080_8080_8080L;
    private static final long QUOTES = '"' * EACH_BYTE;
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long MOST_SECONDS = 253_402_300_799L;

    private final Wire wire;
    private final byte[] body;
    private final JsonParser parser;

    private BodyReader(Wire wire, byte[] body, JsonParser parser) {
        this.wire = wire;
        this.body = body;
        this.parser = parser;
    }

    /// What `body` holds.
    ///
    /// @throws KinesisError `SerializationException` if it is not in its form, or a value is of another type
    static Fields read(Wire wire, byte[] body, Shape.Structure shape) {
        try (JsonParser parser = wire.factory().createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw KinesisError.unreadable();
            }
            Fields fields = new BodyReader(wire, body, parser).structure(shape);
            if (parser.nextToken() != null) {
                throw KinesisError.unreadable();
            }
            return fields;
        } catch (JacksonException | ArithmeticException malformed) {
            throw KinesisError.unreadable();
        }
    }

    private Fields structure(Shape.Structure shape) {
        @Nullable Object[] values = new Object[shape.members().size()];
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            int place = shape.place(parser.currentName());
            JsonToken token = parser.nextToken();
            if (place < 0) {
                parser.skipChildren();
            } else {
                values[place] = value(shape.members().get(place).shape(), token);
            }
        }
        return new Fields(shape, values);
    }

    private @Nullable Object value(Shape shape, JsonToken token) {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (shape) {
            case Shape.Text _ -> text(token);
            case Shape.Whole _ -> whole(token);
            case Shape.Flag _ -> flag(token);
            case Shape.Time _ -> time(token);
            case Shape.Blob _ -> blob(token);
            case Shape.Sequence sequence -> sequence(sequence, token);
            case Shape.Dictionary _ -> dictionary(token);
            case Shape.Structure structure -> {
                if (token == JsonToken.START_ARRAY) {
                    throw KinesisError.serialization(LIST);
                }
                if (token != JsonToken.START_OBJECT) {
                    throw KinesisError.serialization("Expected null");
                }
                yield structure(structure);
            }
        };
    }

    private String text(JsonToken token) {
        if (token != JsonToken.VALUE_STRING) {
            throw unlike(token, "an String");
        }
        return parser.getString();
    }

    private Object whole(JsonToken token) {
        if (!token.isNumeric()) {
            throw unlike(token, "an Integer");
        }
        double number = Math.floor(parser.getDoubleValue());
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    private Object flag(JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            String word = parser.getString().toUpperCase(Locale.ROOT);
            return switch (word) {
                case "TRUE", "YES", "1" -> true;
                case "FALSE", "NO", "0" -> false;
                default -> throw KinesisError.serialization("'" + word + "' can not be converted to an Boolean");
            };
        }
        if (!token.isBoolean()) {
            throw unlike(token, "an Boolean");
        }
        return parser.getBooleanValue();
    }

    private Instant time(JsonToken token) {
        if (!token.isNumeric()) {
            throw unlike(token, "milliseconds since epoch");
        }
        double millis = Math.rint(parser.getDoubleValue() * (wire == Wire.JSON ? 1_000 : 1));
        double bound = MOST_SECONDS * 1_000.0;
        return Instant.ofEpochMilli((long) Math.max(-bound, Math.min(bound, millis)));
    }

    private byte[] blob(JsonToken token) {
        if (token == JsonToken.VALUE_EMBEDDED_OBJECT) {
            return parser.getBinaryValue();
        }
        if (token != JsonToken.VALUE_STRING) {
            throw unlike(token, "a Blob");
        }
        return inPlace().orElseGet(this::fromText);
    }

    /// Decodes Base64 where it stands in the body, which spares the text; empty where that takes a closer look.
    private Optional<byte[]> inPlace() {
        long quote = parser.currentTokenLocation().getByteOffset();
        if (wire != Wire.JSON || quote < 0 || quote >= body.length || body[(int) quote] != '"') {
            return Optional.empty();
        }
        int start = (int) quote + 1;
        int end = quoteFrom(start);
        if (end == start || (end - start) % 4 != 0) {
            return Optional.empty();
        }
        if (hasStrayBits(new String(body, end - 4, 4, StandardCharsets.ISO_8859_1))) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = Base64.getDecoder().decode(ByteBuffer.wrap(body, start, end - start));
            return bytes.remaining() == bytes.array().length ? Optional.of(bytes.array()) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Where the next quote stands, looked for in eight bytes at a time; the end of the body if there is none.
    private int quoteFrom(int start) {
        int at = start;
        while (at + Long.BYTES <= body.length) {
            // a byte of the difference is 0 where a quote stands, and only subtracting from that one borrows
            long difference = (long) WORDS.get(body, at) ^ QUOTES;
            if (((difference - EACH_BYTE) & ~difference & TOP_BITS) != 0) {
                break;
            }
            at += Long.BYTES;
        }
        while (at < body.length && body[at] != '"') {
            at++;
        }
        return at;
    }

    private byte[] fromText() {
        String text = parser.getString();
        if (text.length() % 4 != 0) {
            throw notBase64("Base64 encoded length is expected a multiple of 4 bytes but found: " + text.length());
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw notBase64("Invalid Base64 character: '" + firstForeign(text) + "'");
        }
        if (hasStrayBits(text)) {
            throw notBase64("Invalid last non-pad Base64 character dectected");
        }
        return bytes;
    }

    /// Whether the last character of a padded text carries bits that belong to no byte.
    private static boolean hasStrayBits(String text) {
        if (!text.endsWith("=")) {
            return false;
        }
        boolean isDouble = text.endsWith("==");
        int last = ALPHABET.indexOf(text.charAt(text.length() - (isDouble ? 3 : 2)));
        return (last & (isDouble ? 0xF : 0x3)) != 0;
    }

    private static char firstForeign(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            boolean isPadding = character == '=' && text.substring(at).chars().allMatch(each -> each == '=');
            if (ALPHABET.indexOf(character) < 0 && !isPadding) {
                return character;
            }
        }
        return '=';
    }

    private KinesisError notBase64(String why) {
        return KinesisError.serialization("'" + parser.getString() + "' can not be converted to a Blob: " + why);
    }

    private List<Object> sequence(Shape.Sequence shape, JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            throw KinesisError.serialization(STRUCTURE);
        }
        if (token != JsonToken.START_ARRAY) {
            throw KinesisError.serialization("Expected list or null");
        }
        List<Object> elements = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            Object element = value(shape.element(), next);
            if (element != null) {
                elements.add(element);
            }
        }
        return elements;
    }

    private Map<String, String> dictionary(JsonToken token) {
        if (token == JsonToken.START_ARRAY) {
            throw KinesisError.serialization(LIST);
        }
        if (token != JsonToken.START_OBJECT) {
            throw KinesisError.serialization("Expected map or null");
        }
        Map<String, String> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            JsonToken next = parser.nextToken();
            if (next != JsonToken.VALUE_NULL) {
                entries.put(key, text(next));
            }
        }
        return entries;
    }

    private static KinesisError unlike(JsonToken token, String expected) {
        return KinesisError.serialization(
                switch (token) {
                    case START_ARRAY -> LIST;
                    case START_OBJECT -> STRUCTURE;
                    case VALUE_STRING -> TEXT + " can not be converted to " + expected;
                    case VALUE_TRUE, VALUE_FALSE -> TRUTH + " can not be converted to " + expected;
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NUMBER + " can not be converted to " + expected;
                    case VALUE_EMBEDDED_OBJECT -> BYTES + " can not be converted to " + expected;
                    case VALUE_NULL, PROPERTY_NAME, END_ARRAY, END_OBJECT, NOT_AVAILABLE -> "Unexpected " + token;
                });
    }
}
