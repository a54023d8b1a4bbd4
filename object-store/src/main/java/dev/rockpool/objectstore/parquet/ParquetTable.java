package dev.rockpool.objectstore.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// A table in the making; rows are added, then it is written.
public final class ParquetTable {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int OPTIONAL = 1;
    private static final int PLAIN = 0;
    private static final int RLE = 3;
    private static final int GZIP = 2;

    private final List<Column> columns;
    private final List<Values> values = new ArrayList<>();
    private long rows;

    /// What a column holds.
    public enum Type {
        TEXT(6, 0),
        BOOLEAN(0, -1),
        LONG(2, -1),
        /// Milliseconds of the epoch.
        TIMESTAMP(2, 9);

        private final int physical;
        private final int converted;

        Type(int physical, int converted) {
            this.physical = physical;
            this.converted = converted;
        }
    }

    /// A column; every value of it may be absent.
    public record Column(String name, Type type) {}

    private static final class Values {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<Boolean> present = new ArrayList<>();
        private int bits;
        private int bitCount;
    }

    /// @param columns at least one
    public ParquetTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
        columns.forEach(column -> values.add(new Values()));
    }

    /// Adds a row.
    ///
    /// @param row a value for each column, as text: `true` and `false`, numbers in decimal
    public void add(List<Optional<String>> row) {
        rows++;
        for (int at = 0; at < columns.size(); at++) {
            Values column = values.get(at);
            Optional<String> value = row.get(at);
            column.present.add(value.isPresent());
            if (value.isPresent()) {
                add(column, columns.get(at).type(), value.get());
            }
        }
    }

    private static void add(Values column, Type type, String value) {
        switch (type) {
            case TEXT -> {
                byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
                column.bytes.writeBytes(little(4).putInt(utf8.length).array());
                column.bytes.writeBytes(utf8);
            }
            case LONG, TIMESTAMP ->
                column.bytes.writeBytes(little(8).putLong(Long.parseLong(value)).array());
            case BOOLEAN -> {
                if (value.equals("true")) {
                    column.bits |= 1 << column.bitCount;
                }
                if (++column.bitCount == 8) {
                    flush(column);
                }
            }
        }
    }

    private static void flush(Values column) {
        column.bytes.write(column.bits);
        column.bits = 0;
        column.bitCount = 0;
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// How many rows it has.
    public long rows() {
        return rows;
    }

    /// The file.
    public byte[] bytes() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(MAGIC);
        List<Chunk> chunks = new ArrayList<>();
        for (Values column : values) {
            chunks.add(chunk(column, file));
        }
        byte[] footer = footer(chunks);
        file.writeBytes(footer);
        file.writeBytes(little(4).putInt(footer.length).array());
        file.writeBytes(MAGIC);
        return file.toByteArray();
    }

    /// Where a column lies.
    private record Chunk(long offset, long plainBytes, long packedBytes) {}

    private Chunk chunk(Values column, ByteArrayOutputStream file) {
        long offset = file.size();
        if (column.bitCount > 0) {
            flush(column);
        }
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        byte[] levels = levels(column.present);
        page.writeBytes(little(4).putInt(levels.length).array());
        page.writeBytes(levels);
        page.writeBytes(column.bytes.toByteArray());
        byte[] packed = gzip(page.toByteArray());
        byte[] header = new CompactThrift()
                .i32(1, 0)
                .i32(2, page.size())
                .i32(3, packed.length)
                .struct(5)
                .i32(1, column.present.size())
                .i32(2, PLAIN)
                .i32(3, RLE)
                .i32(4, RLE)
                .end()
                .done();
        file.writeBytes(header);
        file.writeBytes(packed);
        return new Chunk(offset, header.length + page.size(), header.length + packed.length);
    }

    /// Which values are there: one run of bits.
    private static byte[] levels(List<Boolean> present) {
        int groups = (present.size() + 7) / 8;
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        int head = (groups << 1) | 1;
        while ((head & ~0x7f) != 0) {
            levels.write((head & 0x7f) | 0x80);
            head >>>= 7;
        }
        levels.write(head);
        byte[] bits = new byte[groups];
        for (int at = 0; at < present.size(); at++) {
            if (present.get(at)) {
                bits[at / 8] |= (byte) (1 << (at % 8));
            }
        }
        levels.writeBytes(bits);
        return levels.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return packed.toByteArray();
    }

    private byte[] footer(List<Chunk> chunks) {
        CompactThrift footer = new CompactThrift().i32(1, 1);
        footer.structs(2, columns.size() + 1);
        footer.element().string(4, "schema").i32(5, columns.size()).end();
        for (Column column : columns) {
            footer.element().i32(1, column.type().physical).i32(3, OPTIONAL).string(4, column.name());
            if (column.type().converted >= 0) {
                footer.i32(6, column.type().converted);
            }
            footer.end();
        }
        footer.i64(3, rows).structs(4, 1).element().structs(1, chunks.size());
        long total = 0;
        for (int at = 0; at < chunks.size(); at++) {
            Chunk chunk = chunks.get(at);
            total += chunk.plainBytes();
            footer.element()
                    .i64(2, chunk.offset())
                    .struct(3)
                    .i32(1, columns.get(at).type().physical)
                    .i32s(2, List.of(PLAIN, RLE))
                    .strings(3, List.of(columns.get(at).name()))
                    .i32(4, GZIP)
                    .i64(5, rows)
                    .i64(6, chunk.plainBytes())
                    .i64(7, chunk.packedBytes())
                    .i64(9, chunk.offset())
                    .end()
                    .end();
        }
        return footer.i64(2, total).i64(3, rows).end().string(6, "Rockpool").done();
    }
}
