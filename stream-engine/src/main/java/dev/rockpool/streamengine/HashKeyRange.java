package dev.rockpool.streamengine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// The part of the hash ring that a shard owns, both ends included.
///
/// @param start the first place
/// @param end the last place, not before `start`
public record HashKeyRange(HashKey start, HashKey end) {
    /// The whole ring.
    public static final HashKeyRange ALL = new HashKeyRange(HashKey.MIN, HashKey.MAX);

    /// The most ranges that [#uniform] cuts.
    public static final int MOST = 1_000_000;

    public HashKeyRange {
        if (start.compareTo(end) > 0) {
            throw new IllegalArgumentException("Hash key range starts at " + start + ", after its end " + end);
        }
    }

    /// The ring cut into `count` ranges of ⌊2¹²⁸/count⌋ places, of which the last takes the rest.
    ///
    /// @param count 1 to [#MOST]
    public static List<HashKeyRange> uniform(int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("Shard count " + count + " is not 1 to " + MOST);
        }
        BigInteger width = BigInteger.ONE.shiftLeft(128).divide(BigInteger.valueOf(count));
        List<HashKeyRange> ranges = new ArrayList<>(count);
        HashKey start = HashKey.MIN;
        for (int at = 1; at < count; at++) {
            HashKey next = HashKey.of(width.multiply(BigInteger.valueOf(at)));
            ranges.add(new HashKeyRange(start, next.previous()));
            start = next;
        }
        ranges.add(new HashKeyRange(start, HashKey.MAX));
        return List.copyOf(ranges);
    }

    /// Whether `key` lies in this range.
    public boolean contains(HashKey key) {
        return key.compareTo(start) >= 0 && key.compareTo(end) <= 0;
    }

    /// The place that starts the upper half when the range is cut evenly.
    ///
    /// @throws IllegalStateException if the range is a single place
    public HashKey midpoint() {
        if (start.equals(end)) {
            throw new IllegalStateException("The hash key range of the one place " + start + " cannot be cut");
        }
        BigInteger sum = start.toBigInteger().add(end.toBigInteger()).add(BigInteger.ONE);
        return HashKey.of(sum.shiftRight(1));
    }

    /// Whether `other` begins right after this range ends.
    public boolean touches(HashKeyRange other) {
        return !end.equals(HashKey.MAX) && end.next().equals(other.start);
    }

    /// The share of the ring that the range covers, 0 to 1; for pictures, not for decisions.
    public double share() {
        BigInteger places = end.toBigInteger().subtract(start.toBigInteger()).add(BigInteger.ONE);
        return Math.scalb(places.doubleValue(), -128);
    }
}
