package dev.rockpool.streamengine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32C;

/// What a shard iterator's token holds.
///
/// In bytes, then Base64: `1:8 | streamId:8 | shard:4 | ordinal:8 | issuedMillis:8 | name length:2 | name | padding |
/// CRC-32C of all before:4`. The first eight bytes and the length (152 and 16 more for every 16 characters of the
/// name) are those of the service's own tokens, as kinesalite found them.
///
/// @param stream the stream's name, for messages
/// @param streamId the stream
/// @param shard the shard
/// @param ordinal the first ordinal to read
/// @param issuedMillis when the token was given out
record IteratorToken(StreamName stream, long streamId, ShardId shard, long ordinal, long issuedMillis) {
    /// How long a token can be used.
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final long FORM = 1;
    private static final int LEAST_BYTES = 152;
    private static final int LONGEST = 512;
    private static final int CHECK_BYTES = 4;

    ShardIterator encode() {
        byte[] name = stream.value().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(LEAST_BYTES + (name.length + 2) / 16 * 16);
        bytes.putLong(FORM)
                .putLong(streamId)
                .putInt(shard.index())
                .putLong(ordinal)
                .putLong(issuedMillis)
                .putShort((short) name.length)
                .put(name);
        int end = bytes.capacity() - CHECK_BYTES;
        bytes.putInt(end, checksum(bytes, end));
        return new ShardIterator(Base64.getEncoder().encodeToString(bytes.array()));
    }

    /// Reads a token; empty if this engine cannot have given it out.
    static Optional<IteratorToken> decode(ShardIterator iterator) {
        if (iterator.token().length() > LONGEST) {
            return Optional.empty();
        }
        ByteBuffer bytes;
        try {
            bytes = ByteBuffer.wrap(Base64.getDecoder().decode(iterator.token()));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        int end = bytes.capacity() - CHECK_BYTES;
        if (end < LEAST_BYTES - CHECK_BYTES || bytes.getLong() != FORM || bytes.getInt(end) != checksum(bytes, end)) {
            return Optional.empty();
        }
        long streamId = bytes.getLong();
        ShardId shard = new ShardId(bytes.getInt());
        long ordinal = bytes.getLong();
        long issuedMillis = bytes.getLong();
        byte[] name = new byte[bytes.getShort()];
        bytes.get(name);
        return Optional.of(new IteratorToken(
                new StreamName(new String(name, StandardCharsets.US_ASCII)), streamId, shard, ordinal, issuedMillis));
    }

    private static int checksum(ByteBuffer bytes, int end) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes.slice(0, end));
        return (int) checksum.getValue();
    }
}
