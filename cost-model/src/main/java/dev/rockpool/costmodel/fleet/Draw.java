package dev.rockpool.costmodel.fleet;

import java.util.random.RandomGenerator;

/// Random counts.
final class Draw {
    /// Up to so many trials are drawn one by one.
    private static final long MOST_TRIALS = 64;

    /// From this expectation (and that many failures) on, the normal distribution stands for the binomial one.
    private static final double NORMAL_FROM = 50;

    private Draw() {}

    /// One of `shares`, which sum to 1, by its place.
    static int index(RandomGenerator random, double[] shares) {
        if (shares.length == 1) {
            return 0;
        }
        double left = random.nextDouble();
        for (int index = 0; index < shares.length - 1; index++) {
            left -= shares[index];
            if (left < 0) {
                return index;
            }
        }
        return shares.length - 1;
    }

    /// How many of `count` fall to each of `shares`, which sum to 1.
    static long[] multinomial(RandomGenerator random, long count, double[] shares) {
        long[] counts = new long[shares.length];
        long left = count;
        double shareLeft = 1;
        for (int index = 0; index < shares.length - 1 && left > 0; index++) {
            double share = shareLeft <= 0 ? 0 : Math.clamp(shares[index] / shareLeft, 0, 1);
            counts[index] = binomial(random, left, share);
            left -= counts[index];
            shareLeft -= shares[index];
        }
        counts[shares.length - 1] += left;
        return counts;
    }

    /// Successes among `trials` with probability `share` each.
    static long binomial(RandomGenerator random, long trials, double share) {
        if (share <= 0 || trials == 0) {
            return 0;
        }
        if (share >= 1) {
            return trials;
        }
        if (share > 0.5) {
            return trials - binomial(random, trials, 1 - share);
        }
        double expected = trials * share;
        if (expected >= NORMAL_FROM) {
            double drawn = expected + Math.sqrt(expected * (1 - share)) * random.nextGaussian();
            return Math.clamp(Math.round(drawn), 0, trials);
        }
        return trials <= MOST_TRIALS ? byTrial(random, trials, share) : byGap(random, trials, share);
    }

    private static long byTrial(RandomGenerator random, long trials, double share) {
        long successes = 0;
        for (long trial = 0; trial < trials; trial++) {
            if (random.nextDouble() < share) {
                successes++;
            }
        }
        return successes;
    }

    /// Jumps from success to success: the trials between two are geometric.
    private static long byGap(RandomGenerator random, long trials, double share) {
        double logFailure = Math.log1p(-share);
        long successes = 0;
        double trial = 0;
        while (true) {
            trial += Math.floor(Math.log1p(-random.nextDouble()) / logFailure) + 1;
            if (trial > trials) {
                return successes;
            }
            successes++;
        }
    }
}
