package dev.rockpool.simulators.shards;

import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.PartitionKey;
import java.util.List;

/// The keys of a distribution: their names, their shares of all records, their places on the ring.
///
/// Immutable.
final class KeySpace {
    /// The name of the hot key of [KeyDistribution.Hot].
    static final String HOT = "hot";

    private final KeyDistribution distribution;
    private final int count;
    private final double[] shares;
    private final long[] high;
    private final long[] low;

    private KeySpace(KeyDistribution distribution, double[] shares, long[] high, long[] low) {
        this.distribution = distribution;
        this.count = distribution.count();
        this.shares = shares;
        this.high = high;
        this.low = low;
    }

    static KeySpace of(KeyDistribution distribution) {
        return switch (distribution) {
            case KeyDistribution.Uniform uniform -> {
                AccountKeys.Places places = AccountKeys.first(uniform.count());
                yield new KeySpace(distribution, new double[0], places.high(), places.low());
            }
            case KeyDistribution.Zipf zipf -> {
                AccountKeys.Places places = AccountKeys.first(zipf.count());
                yield new KeySpace(distribution, zipfShares(zipf), places.high(), places.low());
            }
            case KeyDistribution.Hot hot -> hot(hot);
            case KeyDistribution.Listed listed -> listed(listed);
        };
    }

    private static KeySpace hot(KeyDistribution.Hot hot) {
        AccountKeys.Places places = AccountKeys.first(hot.others());
        int count = hot.count();
        double[] shares = new double[count];
        long[] high = new long[count];
        long[] low = new long[count];
        System.arraycopy(places.high(), 0, high, 1, hot.others());
        System.arraycopy(places.low(), 0, low, 1, hot.others());
        HashKey place = HashKey.of(PartitionKey.of(HOT));
        high[0] = place.high();
        low[0] = place.low();
        shares[0] = hot.others() == 0 ? 1 : hot.share();
        for (int index = 1; index < count; index++) {
            shares[index] = (1 - hot.share()) / hot.others();
        }
        return new KeySpace(hot, shares, high, low);
    }

    private static KeySpace listed(KeyDistribution.Listed listed) {
        List<KeyDistribution.WeightedKey> keys = listed.keys();
        double sum = 0;
        for (KeyDistribution.WeightedKey key : keys) {
            sum += key.weight();
        }
        double[] shares = new double[keys.size()];
        long[] high = new long[keys.size()];
        long[] low = new long[keys.size()];
        for (int index = 0; index < shares.length; index++) {
            HashKey place = HashKey.of(PartitionKey.of(keys.get(index).key()));
            high[index] = place.high();
            low[index] = place.low();
            shares[index] = keys.get(index).weight() / sum;
        }
        return new KeySpace(listed, shares, high, low);
    }

    private static double[] zipfShares(KeyDistribution.Zipf zipf) {
        double[] shares = new double[zipf.count()];
        double sum = 0;
        for (int index = shares.length - 1; index >= 0; index--) { // the small ones first, for the sum's sake
            shares[index] = StrictMath.pow(index + 1.0, -zipf.exponent());
            sum += shares[index];
        }
        for (int index = 0; index < shares.length; index++) {
            shares[index] /= sum;
        }
        return shares;
    }

    KeyDistribution distribution() {
        return distribution;
    }

    int count() {
        return count;
    }

    /// Whether every key has the same share.
    boolean isUniform() {
        return shares.length == 0;
    }

    double share(int index) {
        return shares.length == 0 ? 1.0 / count : shares[index];
    }

    String name(int index) {
        return switch (distribution) {
            case KeyDistribution.Uniform _, KeyDistribution.Zipf _ -> AccountKeys.name(index);
            case KeyDistribution.Hot _ -> index == 0 ? HOT : AccountKeys.name(index - 1);
            case KeyDistribution.Listed listed -> listed.keys().get(index).key();
        };
    }

    /// The place of a key among ranges that begin at `starts`, in the order of the ring, the first at 0.
    int rangeOf(int index, HashKey[] starts) {
        long upper = high[index];
        long lower = low[index];
        int from = 0;
        int to = starts.length;
        while (to - from > 1) {
            int middle = (from + to) >>> 1;
            HashKey start = starts[middle];
            int order = Long.compareUnsigned(start.high(), upper);
            if (order < 0 || (order == 0 && Long.compareUnsigned(start.low(), lower) <= 0)) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
