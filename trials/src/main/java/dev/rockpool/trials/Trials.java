package dev.rockpool.trials;

import dev.rockpool.kernel.Seed;
import java.util.random.RandomGenerator;

/// Runs a property on many random inputs; a failure names the seed that repeats it alone.
public final class Trials {
    /// What holds for every input drawn from a random stream.
    @FunctionalInterface
    public interface Property {
        void holds(RandomGenerator random) throws Exception;
    }

    private Trials() {}

    /// Runs `property` on `count` seeds from 0 on.
    public static void run(int count, Property property) {
        for (long seed = 0; seed < count; seed++) {
            once(seed, property);
        }
    }

    /// Runs `property` on one seed.
    public static void once(long seed, Property property) {
        try {
            property.holds(new Seed(seed).derive("trial"));
        } catch (AssertionError | Exception failure) {
            throw new AssertionError("seed " + seed + ": " + failure, failure);
        }
    }
}
