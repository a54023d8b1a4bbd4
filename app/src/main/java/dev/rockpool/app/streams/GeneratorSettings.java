package dev.rockpool.app.streams;

import dev.rockpool.simulators.shards.KeyDistribution;

/// What a generator sends.
///
/// @param recordsPerSecond 1 to [#MOST_RATE]
/// @param recordBytes data and key, [#LEAST_BYTES] to [#MOST_BYTES]
/// @param keys how partition keys are chosen
/// @param hotPercent the share of the hot key where there is one, 1 to 100
record GeneratorSettings(int recordsPerSecond, int recordBytes, Keys keys, int hotPercent) {
    static final int MOST_RATE = 20_000;
    static final int LEAST_BYTES = 100;
    static final int MOST_BYTES = 1 << 20;

    /// How many keys there are, the hot one not counted.
    static final int KEYS = 200;

    /// What a new generator sends: half of what a shard takes, all keys alike.
    static final GeneratorSettings STANDARD = new GeneratorSettings(500, 400, Keys.EVEN, 80);

    private static final double SKEW = 1.0;
    private static final double WHOLE = 100.0;

    /// How partition keys are chosen.
    enum Keys {
        /// All alike.
        EVEN,
        /// The key of rank i has a weight of 1/i.
        SKEWED,
        /// One key has a share of its own.
        HOT
    }

    GeneratorSettings {
        recordsPerSecond = Math.clamp(recordsPerSecond, 1, MOST_RATE);
        recordBytes = Math.clamp(recordBytes, LEAST_BYTES, MOST_BYTES);
        hotPercent = Math.clamp(hotPercent, 1, (int) WHOLE);
    }

    /// The same as the shards lab has it, with keys of the same names.
    KeyDistribution distribution() {
        return switch (keys) {
            case EVEN -> new KeyDistribution.Uniform(KEYS);
            case SKEWED -> new KeyDistribution.Zipf(KEYS, SKEW);
            case HOT -> new KeyDistribution.Hot(hotPercent / WHOLE, KEYS);
        };
    }

    GeneratorSettings withRate(int rate) {
        return new GeneratorSettings(rate, recordBytes, keys, hotPercent);
    }

    GeneratorSettings withBytes(int bytes) {
        return new GeneratorSettings(recordsPerSecond, bytes, keys, hotPercent);
    }

    GeneratorSettings with(Keys changed) {
        return new GeneratorSettings(recordsPerSecond, recordBytes, changed, hotPercent);
    }

    GeneratorSettings withHotPercent(int percent) {
        return new GeneratorSettings(recordsPerSecond, recordBytes, keys, percent);
    }
}
