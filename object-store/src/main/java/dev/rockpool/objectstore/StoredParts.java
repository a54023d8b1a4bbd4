package dev.rockpool.objectstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Parts as the index holds them: those of an upload one by one, those of an object together.
final class StoredParts {
    private StoredParts() {}

    /// A part.
    ///
    /// @param tag 16 bytes of its ETag
    /// @param checksum the one that the upload is about
    /// @param file the number of its body
    /// @param salt that the body's key is derived with
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record PartRecord(
            int number,
            long bytes,
            byte[] tag,
            Optional<Checksum> checksum,
            Instant lastModified,
            long file,
            long sealedBytes,
            byte[] salt) {
        byte[] encoded() {
            RecordWriter out = new RecordWriter();
            write(out);
            return out.done();
        }

        void write(RecordWriter out) {
            out.number(number)
                    .number(bytes)
                    .bytes(tag)
                    .optional(checksum, value -> Content.write(value, out))
                    .number(lastModified.toEpochMilli())
                    .number(file)
                    .number(sealedBytes)
                    .bytes(salt);
        }

        static PartRecord read(RecordReader in) {
            return new PartRecord(
                    (int) in.number(),
                    in.number(),
                    in.bytes(),
                    in.optional(() -> Content.readChecksum(in)),
                    Instant.ofEpochMilli(in.number()),
                    in.number(),
                    in.number(),
                    in.bytes());
        }

        String etag() {
            return HexFormat.of().formatHex(tag);
        }

        StoredPart stored() {
            return new StoredPart(number, bytes, etag(), checksum, lastModified);
        }

        BodyPart body() {
            return new BodyPart(number, bytes, new Body.InFile(file, sealedBytes), salt);
        }
    }

    static byte[] write(List<PartRecord> parts) {
        RecordWriter out = new RecordWriter();
        out.number(parts.size());
        parts.forEach(part -> part.write(out));
        return out.done();
    }

    static List<PartRecord> read(byte[] bytes) {
        RecordReader in = new RecordReader(bytes);
        int count = (int) in.number();
        List<PartRecord> parts = new ArrayList<>(count);
        for (int at = 0; at < count; at++) {
            parts.add(PartRecord.read(in));
        }
        return parts;
    }
}
