package dev.rockpool.identity;

import dev.rockpool.kernel.Seed;
import java.util.random.RandomGenerator;

/// Runs a property on many random inputs. A failure names the seed that repeats it alone: `new Trials(1, seed)`.
public final class Trials {
    private static final long FIRST_SEED = 20_261_126L;

    private final int count;
    private final long firstSeed;

    public Trials(int count) {
        this(count, FIRST_SEED);
    }

    public Trials(int count, long firstSeed) {
        this.count = count;
        this.firstSeed = firstSeed;
    }

    /// What holds for every input drawn from a random stream.
    @FunctionalInterface
    public interface Property {
        void holds(RandomGenerator random);
    }

    public void run(Property property) {
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            try {
                property.holds(new Seed(seed).derive("trial"));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
