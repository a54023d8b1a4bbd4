package dev.rockpool.simulators.shards;

import java.util.random.RandomGenerator;

/// Draws keys by their shares, in constant time a key: the alias method (Walker 1977, built as by Vose 1991).
///
/// One 64-bit number r draws one key of n: the upper half of the product r × n is the column, the top of its lower half
/// the place within the column, compared with the column's threshold: below it is the column's own key, else its alias.
/// No second number is drawn, so that the same seed draws the same keys whatever happens to them. The column is biased
/// by less than n ÷ 2⁶⁴; thresholds are exact to 2⁻³¹ of a column.
final class KeyChooser {
    /// A threshold above every place: the column is its own key's alone.
    private static final int FULL = Integer.MAX_VALUE;

    private static final double THRESHOLDS = 0x1p31;

    private final int count;
    private final int[] thresholds;
    private final int[] aliases;

    private KeyChooser(int count, int[] thresholds, int[] aliases) {
        this.count = count;
        this.thresholds = thresholds;
        this.aliases = aliases;
    }

    static KeyChooser of(KeySpace keys) {
        int count = keys.count();
        int[] thresholds = new int[keys.isUniform() ? 0 : count];
        int[] aliases = new int[thresholds.length];
        if (thresholds.length > 0) {
            build(keys, thresholds, aliases);
        }
        return new KeyChooser(count, thresholds, aliases);
    }

    private static void build(KeySpace keys, int[] thresholds, int[] aliases) {
        int count = keys.count();
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
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            thresholds[less] = (int) Math.min(FULL - 1L, (long) (scaled[less] * THRESHOLDS));
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
    }

    private static void fill(int[] thresholds, int[] aliases, int index) {
        thresholds[index] = FULL;
        aliases[index] = index;
    }

    /// The key that the random number `bits` draws.
    int key(long bits) {
        int column = (int) Math.unsignedMultiplyHigh(bits, count);
        return thresholds.length == 0 || place(bits) < thresholds[column] ? column : aliases[column];
    }

    /// Draws the shards of records at once, by a table of keys to shards.
    ///
    /// @param shardOf the shard of each key
    ShardChooser shards(char[] shardOf) {
        if (thresholds.length == 0) {
            return new UniformShards(shardOf);
        }
        long[] cells = new long[count];
        for (int column = 0; column < count; column++) {
            cells[column] = (long) thresholds[column] << 32 | (long) shardOf[aliases[column]] << 16 | shardOf[column];
        }
        return new WeightedShards(cells);
    }

    /// Draws the shard of each record.
    sealed interface ShardChooser {
        /// Draws `records` keys, a random number each, and adds each to the count of its shard.
        void draw(RandomGenerator random, int records, int[] counts);
    }

    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record UniformShards(char[] shardOf) implements ShardChooser {
        @Override
        public void draw(RandomGenerator random, int records, int[] counts) {
            char[] shards = shardOf;
            for (int at = 0; at < records; at++) {
                counts[shards[(int) Math.unsignedMultiplyHigh(random.nextLong(), shards.length)]]++;
            }
        }
    }

    /// A cell holds a column's threshold, the shard of its alias and the shard of its own key, so that a record touches
    /// memory once.
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record WeightedShards(long[] cells) implements ShardChooser {
        @Override
        public void draw(RandomGenerator random, int records, int[] counts) {
            long[] table = cells;
            for (int at = 0; at < records; at++) {
                long bits = random.nextLong();
                long cell = table[(int) Math.unsignedMultiplyHigh(bits, table.length)];
                int place = (int) ((bits * table.length) >>> 33);
                counts[(char) (cell >>> (place < (int) (cell >>> 32) ? 0 : 16))]++;
            }
        }
    }

    private int place(long bits) {
        return (int) ((bits * count) >>> 33);
    }
}
