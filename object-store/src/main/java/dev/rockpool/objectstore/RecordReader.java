package dev.rockpool.objectstore;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// Reads the fields of a record in the order in which they were written.
final class RecordReader {
    private final byte[] bytes;
    private int at;

    RecordReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int octet() {
        return bytes[at++];
    }

    boolean flag() {
        return octet() != 0;
    }

    long fixed() {
        long value = 0;
        for (int count = 0; count < Long.BYTES; count++) {
            value = (value << 8) | (bytes[at++] & 0xff);
        }
        return value;
    }

    long number() {
        long value = 0;
        int shift = 0;
        while (true) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    byte[] bytes() {
        int length = (int) number();
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    String text() {
        int length = (int) number();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    SequencedMap<String, String> map() {
        int size = (int) number();
        if (size == 0) {
            return Collections.emptyNavigableMap();
        }
        SequencedMap<String, String> map = new LinkedHashMap<>();
        for (int count = 0; count < size; count++) {
            String key = text();
            map.put(key, text());
        }
        return map;
    }

    <T> Optional<T> optional(Supplier<T> read) {
        return flag() ? Optional.of(read.get()) : Optional.empty();
    }
}
