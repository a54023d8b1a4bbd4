package dev.rockpool.streamengine;

import dev.rockpool.kernel.Quote;
import java.math.BigInteger;
import java.util.regex.Pattern;

/// A place on a stream's hash ring: an unsigned 128-bit number, 0 to 2¹²⁸ − 1.
///
/// A partition key's place is the MD5 of its UTF-8 bytes, read big-endian (service model 2013-12-02, *PutRecord*).
/// All 128 bits are compared: 64 are not enough where shards meet.
///
/// @param high the upper 64 bits, unsigned
/// @param low the lower 64 bits, unsigned
public record HashKey(long high, long low) implements Comparable<HashKey> {
    /// 0, where the first shard of a stream begins.
    public static final HashKey MIN = new HashKey(0, 0);

    /// 2¹²⁸ − 1, where the last shard of a stream ends.
    public static final HashKey MAX = new HashKey(-1, -1);

    private static final BigInteger RING = BigInteger.ONE.shiftLeft(128);
    private static final Pattern DECIMAL = Pattern.compile("0|([1-9][0-9]{0,38})");

    /// The place of `key`. Who hashes many keys keeps a [KeyHasher].
    public static HashKey of(PartitionKey key) {
        return new KeyHasher().hash(key);
    }

    /// Reads a decimal number without sign or leading zeros.
    ///
    /// @throws IllegalArgumentException if `decimal` is no such number or above 2¹²⁸ − 1, in the service's words
    public static HashKey parse(String decimal) {
        if (DECIMAL.matcher(decimal).matches()) {
            BigInteger number = new BigInteger(decimal);
            if (number.compareTo(RING) < 0) {
                return of(number);
            }
        }
        throw new IllegalArgumentException(
                "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. Specified value was "
                        + (decimal.length() > Quote.LONGEST ? Quote.of(decimal) : decimal));
    }

    /// The place with this number.
    ///
    /// @throws IllegalArgumentException if it is below 0 or above 2¹²⁸ − 1
    public static HashKey of(BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > 128) {
            throw new IllegalArgumentException("Hash key " + number + " is not in 0 to 2^128-1");
        }
        return new HashKey(number.shiftRight(64).longValue(), number.longValue());
    }

    /// This place as a number.
    public BigInteger toBigInteger() {
        return unsigned(high).shiftLeft(64).or(unsigned(low));
    }

    /// The next place on the ring.
    ///
    /// @throws ArithmeticException after [#MAX]
    public HashKey next() {
        if (equals(MAX)) {
            throw new ArithmeticException("No hash key comes after 2^128-1");
        }
        return new HashKey(low == -1 ? high + 1 : high, low + 1);
    }

    /// The place before this one.
    ///
    /// @throws ArithmeticException before [#MIN]
    public HashKey previous() {
        if (equals(MIN)) {
            throw new ArithmeticException("No hash key comes before 0");
        }
        return new HashKey(low == 0 ? high - 1 : high, low - 1);
    }

    @Override
    public int compareTo(HashKey other) {
        int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    /// The number in decimal.
    @Override
    public String toString() {
        return toBigInteger().toString();
    }

    private static BigInteger unsigned(long bits) {
        BigInteger lower = BigInteger.valueOf(bits & Long.MAX_VALUE);
        return bits < 0 ? lower.setBit(63) : lower;
    }
}
