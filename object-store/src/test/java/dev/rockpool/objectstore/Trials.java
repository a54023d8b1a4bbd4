package dev.rockpool.objectstore;

import dev.rockpool.kernel.Seed;
import java.util.random.RandomGenerator;

/// Runs a property on many random inputs; a failure names the seed that repeats it.
final class Trials {
    /// What holds for every input drawn from a random stream.
    @FunctionalInterface
    interface Property {
        void holds(RandomGenerator random) throws Exception;
    }

    private Trials() {}

    /// Whether the campaign runs in full rather than its sample.
    static boolean full() {
        return "full".equals(System.getProperty("rockpool.campaign"));
    }

    /// Runs `property` on `sample` seeds, twenty times as many in the full campaign.
    static void run(int sample, Property property) {
        int count = full() ? sample * 20 : sample;
        for (long seed = 0; seed < count; seed++) {
            try {
                property.holds(new Seed(seed).derive("trial"));
            } catch (AssertionError | Exception failure) {
                throw new AssertionError("seed " + seed + ": " + failure, failure);
            }
        }
    }
}
