package dev.rockpool.objectstore.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Writes structures in Thrift's compact protocol, the fields of each in rising order.
final class CompactThrift {
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    private void field(int id, int type) {
        out.write(((id - last) << 4) | type);
        last = id;
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    private void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    private void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        varint(bytes.length);
        out.writeBytes(bytes);
    }

    CompactThrift i32(int id, int value) {
        field(id, I32);
        zigzag(value);
        return this;
    }

    CompactThrift i64(int id, long value) {
        field(id, I64);
        zigzag(value);
        return this;
    }

    CompactThrift string(int id, String value) {
        field(id, BINARY);
        text(value);
        return this;
    }

    CompactThrift i32s(int id, List<Integer> values) {
        list(id, values.size(), I32);
        values.forEach(this::zigzag);
        return this;
    }

    CompactThrift strings(int id, List<String> values) {
        list(id, values.size(), BINARY);
        values.forEach(this::text);
        return this;
    }

    private void list(int id, int size, int type) {
        field(id, LIST);
        if (size < SHORT_LIST) {
            out.write((size << 4) | type);
        } else {
            out.write((SHORT_LIST << 4) | type);
            varint(size);
        }
    }

    /// Begins a list of structures, each of which is begun and ended for itself.
    CompactThrift structs(int id, int size) {
        list(id, size, STRUCT);
        return this;
    }

    /// Begins a structure that is an element of a list.
    CompactThrift element() {
        outer.push(last);
        last = 0;
        return this;
    }

    /// Begins a structure that is a field.
    CompactThrift struct(int id) {
        field(id, STRUCT);
        return element();
    }

    CompactThrift end() {
        out.write(0);
        last = outer.pop();
        return this;
    }

    /// The bytes of the outermost structure.
    byte[] done() {
        out.write(0);
        return out.toByteArray();
    }
}
