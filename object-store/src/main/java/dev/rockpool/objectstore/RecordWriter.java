package dev.rockpool.objectstore;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes the fields of a record one after the other.
final class RecordWriter {
    private byte[] bytes = new byte[256];
    private int count;

    private void room(int more) {
        if (bytes.length - count < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, count + more));
        }
    }

    RecordWriter octet(int value) {
        room(1);
        bytes[count++] = (byte) value;
        return this;
    }

    RecordWriter flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    RecordWriter fixed(long value) {
        room(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[count++] = (byte) (value >>> shift);
        }
        return this;
    }

    /// A number that is mostly small and not negative, in groups of seven bits.
    RecordWriter number(long value) {
        room(10);
        long left = value;
        while ((left & ~0x7fL) != 0) {
            bytes[count++] = (byte) ((left & 0x7f) | 0x80);
            left >>>= 7;
        }
        bytes[count++] = (byte) left;
        return this;
    }

    RecordWriter bytes(byte[] value) {
        number(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, count, value.length);
        count += value.length;
        return this;
    }

    RecordWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /// A constant by its name, so that the order of constants is free.
    RecordWriter constant(Enum<?> value) {
        return text(value.name());
    }

    RecordWriter map(Map<String, String> map) {
        number(map.size());
        map.forEach((key, value) -> text(key).text(value));
        return this;
    }

    <T> RecordWriter optional(Optional<T> value, Consumer<T> write) {
        flag(value.isPresent());
        value.ifPresent(write);
        return this;
    }

    byte[] done() {
        return Arrays.copyOf(bytes, count);
    }
}
