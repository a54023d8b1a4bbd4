package dev.rockpool.streamengine;

import dev.rockpool.kernel.Quote;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/// A record's number: unique in its stream, rising in its shard, compared as an integer.
///
/// The service writes it as a decimal string and promises nothing about its inside. This is layout 2 as reverse
/// engineered by kinesalite (mhart/kinesalite, `db/index.js`): 47 hexadecimal digits `2 | shard created, seconds: 9 |
/// shard index, lowest digit: 1 | index: 16 | octet: 2 | time, seconds: 9 | shard index: 8 | 2`. A shard's first number
/// has index 0, the number that ends a closed shard has index [#LAST_INDEX].
///
/// @param shardCreatedSeconds when the shard began, in seconds of the epoch, 0 to 2³⁶ − 1
/// @param index which record of the stream, 0 to 2⁶³ − 1
/// @param octet 0 in Rockpool's own numbers; others' keep theirs
/// @param timeSeconds when the record arrived, in seconds of the epoch, 0 to 2³⁶ − 1
/// @param shardIndex the index of the shard
public record SequenceNumber(long shardCreatedSeconds, long index, int octet, long timeSeconds, int shardIndex)
        implements Comparable<SequenceNumber> {
    /// The index of the number that ends a closed shard.
    public static final long LAST_INDEX = Long.MAX_VALUE;

    private static final long SECONDS_BOUND = 1L << 36;
    private static final int LAYOUT = 2;
    private static final int DIGITS = 47;

    /// Between 2 · 2¹⁸⁴ and 3 · 2¹⁸⁴ all numbers are equally long.
    private static final int DECIMAL_DIGITS = 56;

    private static final long WORD = 0xFFFF_FFFFL;
    private static final long BILLION = 1_000_000_000;
    private static final int DIGITS_OF_BILLION = 9;
    private static final Pattern DECIMAL = Pattern.compile("0|([1-9][0-9]{0,128})");
    private static final Comparator<SequenceNumber> AS_INTEGERS = Comparator.comparingLong(
                    SequenceNumber::shardCreatedSeconds)
            .thenComparingInt(number -> number.shardIndex & 0xF)
            .thenComparingLong(SequenceNumber::index)
            .thenComparingInt(SequenceNumber::octet)
            .thenComparingLong(SequenceNumber::timeSeconds)
            .thenComparingInt(SequenceNumber::shardIndex);

    public SequenceNumber {
        requireSeconds("Shard creation", shardCreatedSeconds);
        requireSeconds("Arrival", timeSeconds);
        if (index < 0 || shardIndex < 0 || octet < 0 || octet > 0xFF) {
            throw new IllegalArgumentException("Sequence number with index " + index + ", octet " + octet
                    + " and shard index " + shardIndex + " has a part out of bounds");
        }
    }

    /// The number that starts a shard.
    static SequenceNumber first(long shardCreatedSeconds, int shardIndex) {
        return new SequenceNumber(shardCreatedSeconds, 0, 0, shardCreatedSeconds, shardIndex);
    }

    /// The number that ends the shard of this one.
    SequenceNumber last(long timeSeconds) {
        return new SequenceNumber(shardCreatedSeconds, LAST_INDEX, 0, timeSeconds, shardIndex);
    }

    /// Reads the decimal string; empty where it is no number of layout 2.
    public static Optional<SequenceNumber> find(String decimal) {
        if (!DECIMAL.matcher(decimal).matches()) {
            return Optional.empty();
        }
        String digits = new BigInteger(decimal).toString(16);
        if (digits.length() != DIGITS || digits.charAt(0) != '2' || digits.charAt(DIGITS - 1) != '2') {
            return Optional.empty();
        }
        long index = Long.parseUnsignedLong(digits, 11, 27, 16);
        int shardIndex = Integer.parseUnsignedInt(digits, 38, 46, 16);
        boolean agrees = Character.digit(digits.charAt(10), 16) == (shardIndex & 0xF);
        if (index < 0 || shardIndex < 0 || !agrees) {
            return Optional.empty();
        }
        return Optional.of(new SequenceNumber(
                Long.parseLong(digits, 1, 10, 16),
                index,
                Integer.parseInt(digits, 27, 29, 16),
                Long.parseLong(digits, 29, 38, 16),
                shardIndex));
    }

    /// Reads the decimal string.
    ///
    /// @throws IllegalArgumentException if it is no number of layout 2
    public static SequenceNumber parse(String decimal) {
        return find(decimal)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Sequence number " + Quote.of(decimal) + " is not one of layout 2"));
    }

    /// The shard that the number belongs to.
    public ShardId shard() {
        return new ShardId(shardIndex);
    }

    @Override
    public int compareTo(SequenceNumber other) {
        return AS_INTEGERS.compare(this, other);
    }

    /// The number in decimal, as the service writes it. Every record of an answer has one: it is divided as six words,
    /// which takes a quarter of what `BigInteger` takes.
    @Override
    public String toString() {
        long high = (long) LAYOUT << 56 | shardCreatedSeconds << 20 | (shardIndex & 0xFL) << 16 | index >>> 48;
        long middle = index << 16 | (long) octet << 8 | timeSeconds >>> 28;
        long low = timeSeconds << 36 | (long) shardIndex << 4 | LAYOUT;
        long[] words = {
            high >>> Integer.SIZE, high & WORD, middle >>> Integer.SIZE, middle & WORD, low >>> Integer.SIZE, low & WORD
        };
        byte[] digits = new byte[DECIMAL_DIGITS];
        int at = DECIMAL_DIGITS;
        while (at > 0) {
            long rest = 0;
            for (int word = 0; word < words.length; word++) {
                long part = rest << Integer.SIZE | words[word];
                words[word] = part / BILLION;
                rest = part % BILLION;
            }
            for (int digit = 0; digit < DIGITS_OF_BILLION && at > 0; digit++) {
                at--;
                digits[at] = (byte) ('0' + rest % 10);
                rest /= 10;
            }
        }
        return new String(digits, StandardCharsets.ISO_8859_1);
    }

    private static void requireSeconds(String what, long seconds) {
        if (seconds < 0 || seconds >= SECONDS_BOUND) {
            throw new IllegalArgumentException(
                    what + " at second " + seconds + " of the epoch is not in 0 to " + (SECONDS_BOUND - 1));
        }
    }
}
