package dev.rockpool.objectstore;

import java.util.HexFormat;
import java.util.Optional;

/// What is known of an object's bytes.
///
/// @param bytes how many
/// @param tag 16 bytes of the ETag
/// @param parts how many parts it was made of; 0 for none
/// @param checksum of the bytes
/// @param upload the number of the upload that it was made by; 0 for none
@SuppressWarnings("ArrayRecordComponent") // never compared
record Content(long bytes, byte[] tag, int parts, Optional<Checksum> checksum, long upload) {
    static final Content NONE = new Content(0, new byte[0], 0, Optional.empty(), 0);

    String etag() {
        String hex = HexFormat.of().formatHex(tag);
        return parts == 0 ? hex : hex + "-" + parts;
    }

    void write(RecordWriter out) {
        out.number(bytes).bytes(tag).number(parts).number(upload);
        out.optional(checksum, value -> write(value, out));
    }

    static Content read(RecordReader in) {
        long bytes = in.number();
        byte[] tag = in.bytes();
        int parts = (int) in.number();
        long upload = in.number();
        return new Content(bytes, tag, parts, in.optional(() -> readChecksum(in)), upload);
    }

    static void write(Checksum checksum, RecordWriter out) {
        out.constant(checksum.algorithm()).constant(checksum.type()).text(checksum.value());
    }

    static Checksum readChecksum(RecordReader in) {
        return new Checksum(in.constant(ChecksumAlgorithm.class), in.constant(ChecksumType.class), in.text());
    }
}
