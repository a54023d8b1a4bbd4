package dev.rockpool.simulators.shards;

import java.util.List;

/// How producers choose the partition key of each record.
///
/// Every key is a real string, hashed to the ring as the service does. Generated keys are named `key-1`, `key-2` …; a
/// hot key is `hot`, the rest `key-1` ….
public sealed interface KeyDistribution {
    /// The most keys of a distribution.
    int MOST_KEYS = 1_000_000;

    /// How many keys there are.
    int count();

    /// All keys alike.
    ///
    /// @param count 1 to [#MOST_KEYS]
    record Uniform(int count) implements KeyDistribution {}

    /// The key of rank i has a weight of i to the power −`exponent`.
    ///
    /// @param count 1 to [#MOST_KEYS]
    /// @param exponent 0 to 10
    record Zipf(int count, double exponent) implements KeyDistribution {}

    /// One key has a share of its own, the others share the rest alike.
    ///
    /// @param share of the hot key, 0 to 1
    /// @param others 0 to 999,999; 0 only when the hot key has all
    record Hot(double share, int others) implements KeyDistribution {
        @Override
        public int count() {
            return others + 1;
        }
    }

    /// Named keys with weights.
    ///
    /// @param keys 1 to 10,000, each once
    record Listed(List<WeightedKey> keys) implements KeyDistribution {
        /// The most keys of a list.
        public static final int MOST = 10_000;

        public Listed {
            keys = List.copyOf(keys);
        }

        @Override
        public int count() {
            return keys.size();
        }
    }

    /// A key of a list.
    ///
    /// @param key 1 to 256 characters
    /// @param weight 0 or more; what counts is its share of the sum
    record WeightedKey(String key, double weight) {}
}
