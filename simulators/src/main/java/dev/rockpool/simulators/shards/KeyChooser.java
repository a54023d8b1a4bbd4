package dev.rockpool.simulators.shards;

import java.util.random.RandomGenerator;

/// Draws keys by their shares, in constant time a key: the alias method (Walker 1977, built as by Vose 1991).
///
/// One 64-bit number r draws one key of n: the upper half of the product r × n is the column, its lower half the place
/// within the column, compared with the column's threshold. No number is drawn twice, so that the same seed draws the
/// same keys whatever happens to them. The column is biased by less than n ÷ 2⁶⁴, thresholds are exact to 2⁻⁵³.
final class KeyChooser {
    private final int count;
    private final long[] thresholds;
    private final int[] aliases;

    private KeyChooser(int count, long[] thresholds, int[] aliases) {
        this.count = count;
        this.thresholds = thresholds;
        this.aliases = aliases;
    }

    static KeyChooser of(KeySpace keys) {
        int count = keys.count();
        if (keys.isUniform()) {
            return new KeyChooser(count, new long[0], new int[0]);
        }
        double[] scaled = new double[count];
        int[] small = new int[count];
        int[] large = new int[count];
        int smalls = 0;
        int larges = 0;
        for (int index = 0; index < count; index++) {
            scaled[index] = keys.share(index) * count;
            if (scaled[index] < 1) {
                small[smalls++] = index;
            } else {
                large[larges++] = index;
            }
        }
        long[] thresholds = new long[count];
        int[] aliases = new int[count];
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            thresholds[less] = threshold(scaled[less]);
            aliases[less] = more;
            scaled[more] = (scaled[more] + scaled[less]) - 1;
            if (scaled[more] < 1) {
                larges--;
                small[smalls++] = more;
            }
        }
        // What is left is full but for rounding.
        while (larges > 0) {
            fill(thresholds, aliases, large[--larges]);
        }
        while (smalls > 0) {
            fill(thresholds, aliases, small[--smalls]);
        }
        return new KeyChooser(count, thresholds, aliases);
    }

    private static void fill(long[] thresholds, int[] aliases, int index) {
        thresholds[index] = -1;
        aliases[index] = index;
    }

    /// A share of a column as an unsigned 64-bit number.
    private static long threshold(double share) {
        return (long) (share * 0x1p53) << 11;
    }

    /// Draws `records` keys and counts each at the shard that owns it.
    ///
    /// @param shardOf the shard of each key
    /// @param counts a number a shard, to be added to
    void draw(RandomGenerator random, int records, char[] shardOf, int[] counts) {
        if (thresholds.length == 0) {
            for (int at = 0; at < records; at++) {
                counts[shardOf[(int) Math.unsignedMultiplyHigh(random.nextLong(), count)]]++;
            }
            return;
        }
        for (int at = 0; at < records; at++) {
            counts[shardOf[next(random.nextLong())]]++;
        }
    }

    /// The key that the random number `bits` draws.
    int next(long bits) {
        int column = (int) Math.unsignedMultiplyHigh(bits, count);
        if (thresholds.length == 0) {
            return column;
        }
        long place = bits * count;
        return place + Long.MIN_VALUE < thresholds[column] + Long.MIN_VALUE ? column : aliases[column];
    }
}
