package dev.rockpool.study.anki;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a message of Protocol Buffers: `{ tag value }`, a tag being `field number << 3 | wire type` as a varint.
///
/// Source: protobuf.dev, *Encoding*, read 2026-11.
final class Protobuf {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;
    private static final int LONGEST_VARINT = 10;

    private final byte[] message;
    private int at;

    private Protobuf(byte[] message) {
        this.message = message;
    }

    /// One field.
    ///
    /// @param number of the field
    /// @param value of a number
    /// @param bytes of a text, message or bytes; empty for a number
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Field(int number, long value, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /// Says that bytes are no message.
    static final class Malformed extends Exception {
        Malformed() {
            super("no message");
        }
    }

    /// The fields of a message in order.
    static List<Field> read(byte[] message) throws Malformed {
        Protobuf reader = new Protobuf(message);
        List<Field> fields = new ArrayList<>();
        while (reader.at < message.length) {
            fields.add(reader.field());
        }
        return fields;
    }

    private Field field() throws Malformed {
        long tag = varint();
        int number = (int) (tag >>> 3);
        return switch ((int) (tag & 7)) {
            case VARINT -> new Field(number, varint(), new byte[0]);
            case FIXED_64 -> new Field(number, 0, bytes(Long.BYTES));
            case LENGTH_DELIMITED -> new Field(number, 0, bytes(varint()));
            case FIXED_32 -> new Field(number, 0, bytes(Integer.BYTES));
            default -> throw new Malformed();
        };
    }

    private long varint() throws Malformed {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            if (at == message.length) {
                throw new Malformed();
            }
            byte next = message[at++];
            value |= (long) (next & 0x7f) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw new Malformed();
    }

    private byte[] bytes(long length) throws Malformed {
        if (length < 0 || length > message.length - at) {
            throw new Malformed();
        }
        at += (int) length;
        return Arrays.copyOfRange(message, at - (int) length, at);
    }
}
