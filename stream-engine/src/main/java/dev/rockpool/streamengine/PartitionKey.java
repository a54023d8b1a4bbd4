package dev.rockpool.streamengine;

import dev.rockpool.kernel.Quote;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// What decides the shard of a record: 1 to 256 Unicode characters, hashed as UTF-8.
///
/// Its UTF-8 bytes count to the size of the record.
public final class PartitionKey {
    /// The most Unicode characters (code points) of a key.
    public static final int LONGEST = 256;

    private final String value;
    private final byte[] utf8;

    private PartitionKey(String value, byte[] utf8) {
        this.value = value;
        this.utf8 = utf8;
    }

    /// The key `value`.
    ///
    /// @throws IllegalArgumentException if it is empty, longer than [#LONGEST] code points, or holds half a
    ///     surrogate pair
    public static PartitionKey of(String value) {
        int points = value.codePointCount(0, value.length());
        if (points < 1 || points > LONGEST) {
            throw new IllegalArgumentException(
                    "Partition key " + Quote.of(value) + " has " + points + " characters, not 1 to " + LONGEST);
        }
        for (int at = 0; at < value.length(); at++) {
            if (Character.isSurrogate(value.charAt(at))) {
                if (!Character.isSurrogatePair(
                        value.charAt(at), at + 1 < value.length() ? value.charAt(at + 1) : 'x')) {
                    throw new IllegalArgumentException(
                            "Partition key " + Quote.of(value) + " holds half a character at position " + at);
                }
                at++;
            }
        }
        return new PartitionKey(value, value.getBytes(StandardCharsets.UTF_8));
    }

    /// A key that was checked when it was put and is now read back.
    static PartitionKey stored(byte[] utf8) {
        return new PartitionKey(new String(utf8, StandardCharsets.UTF_8), utf8);
    }

    /// The key as text.
    public String value() {
        return value;
    }

    /// How many bytes the key adds to the size of a record.
    public int bytes() {
        return utf8.length;
    }

    /// The key's own UTF-8 bytes; not to be changed.
    byte[] utf8() {
        return utf8;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartitionKey key && Arrays.equals(utf8, key.utf8);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(utf8);
    }

    @Override
    public String toString() {
        return value;
    }
}
