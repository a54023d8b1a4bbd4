package dev.rockpool.objectstore;

import java.nio.ByteBuffer;
import java.util.Optional;

/// Ids of versions and uploads: 32 characters that say to the store which number they mean and to nobody else how to
/// guess another's.
final class VersionIds {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BYTES = Long.BYTES + VersionRecord.TAIL_BYTES;
    private static final int LENGTH = BYTES * 8 / 5;

    private VersionIds() {}

    /// What an id says.
    ///
    /// @param seq the number meant
    /// @param tail the rest
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Parsed(long seq, byte[] tail) {}

    static String id(long seq, byte[] tail) {
        byte[] bytes = new byte[BYTES];
        // the unguessable part first, so that ids do not look alike
        System.arraycopy(tail, 0, bytes, 0, tail.length);
        ByteBuffer.wrap(bytes).putLong(tail.length, seq);
        StringBuilder id = new StringBuilder(LENGTH);
        int bits = 0;
        int count = 0;
        for (byte octet : bytes) {
            bits = (bits << 8) | (octet & 0xff);
            count += 8;
            while (count >= 5) {
                count -= 5;
                id.append(DIGITS.charAt((bits >>> count) & 31));
            }
            bits &= (1 << count) - 1;
        }
        return id.toString();
    }

    static Optional<Parsed> parse(String id) {
        if (id.length() != LENGTH) {
            return Optional.empty();
        }
        byte[] bytes = new byte[BYTES];
        int bits = 0;
        int count = 0;
        int at = 0;
        for (int index = 0; index < LENGTH; index++) {
            int digit = DIGITS.indexOf(id.charAt(index));
            if (digit < 0) {
                return Optional.empty();
            }
            bits = (bits << 5) | digit;
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes[at++] = (byte) (bits >>> count);
                bits &= (1 << count) - 1;
            }
        }
        byte[] tail = new byte[VersionRecord.TAIL_BYTES];
        System.arraycopy(bytes, 0, tail, 0, tail.length);
        return Optional.of(new Parsed(ByteBuffer.wrap(bytes).getLong(tail.length), tail));
    }
}
