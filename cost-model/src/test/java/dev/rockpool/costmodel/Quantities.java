package dev.rockpool.costmodel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Random quantities of usage.
public final class Quantities {
    private Quantities() {}

    /// A quantity from 0 up to about ten to the `magnitude`, with up to six decimals, now and then 0 or whole.
    public static BigDecimal draw(RandomGenerator random, int magnitude) {
        int digits = random.nextInt(1, magnitude + 1);
        BigDecimal whole = new BigDecimal(new BigInteger(3 * digits, Random.from(random)));
        return switch (random.nextInt(8)) {
            case 0 -> BigDecimal.ZERO;
            case 1, 2 -> whole;
            default -> whole.add(BigDecimal.valueOf(random.nextInt(1_000_000), 6));
        };
    }
}
