package dev.rockpool.costmodel;

import dev.rockpool.kernel.Seed;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Many runs of one property with seeded random input; a failure names the seed of its run.
public final class Trials {
    private Trials() {}

    /// Runs `property` `count` times.
    public static void run(int count, Consumer<RandomGenerator> property) {
        for (int trial = 0; trial < count; trial++) {
            try {
                property.accept(new Seed(trial).derive("trial"));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + trial + ": " + e.getMessage(), e);
            }
        }
    }

    /// A quantity from 0 up to about ten to the `magnitude`, with up to six decimals, now and then 0 or whole.
    public static BigDecimal quantity(RandomGenerator random, int magnitude) {
        int digits = random.nextInt(1, magnitude + 1);
        BigDecimal whole = new BigDecimal(new BigInteger(3 * digits, Random.from(random)));
        return switch (random.nextInt(8)) {
            case 0 -> BigDecimal.ZERO;
            case 1, 2 -> whole;
            default -> whole.add(BigDecimal.valueOf(random.nextInt(1_000_000), 6));
        };
    }
}
