package dev.rockpool.study.optimise;

import dev.rockpool.study.memory.Fsrs6Weights;

/// The bounds within which the optimiser keeps the weights [`parameter_clipper`].
final class WeightBounds {
    /// The least w19 where same-day reviews count.
    private static final double LOWEST_W19 = 0.01;

    private static final double LOWEST_CEILING = 0.01;

    /// The retrievability at which several relearning steps together must not raise a stability above what it was.
    private static final double FORGOTTEN = 0.3;

    private final double[] lower = new double[Fsrs6Weights.COUNT];
    private final double[] upper = new double[Fsrs6Weights.COUNT];
    private final int relearningSteps;

    WeightBounds(int relearningSteps) {
        this.relearningSteps = relearningSteps;
        for (int i = 0; i < Fsrs6Weights.COUNT; i++) {
            lower[i] = Fsrs6Weights.LOWER.get(i);
            upper[i] = Fsrs6Weights.UPPER.get(i);
        }
        lower[19] = LOWEST_W19;
    }

    /// Moves each weight within its bounds.
    void clip(double[] weights) {
        for (int i = 0; i < Fsrs6Weights.COUNT; i++) {
            weights[i] = Math.clamp(weights[i], lower[i], upper[i]);
        }
        if (relearningSteps > 1) {
            double ceiling = ceiling(weights);
            weights[17] = Math.min(weights[17], ceiling);
            weights[18] = Math.min(weights[18], ceiling);
        }
    }

    /// With more than one relearning step the same-day weights w17 and w18 stay below
    /// √(−(ln w11 + ln(2^w13 − 1) + 0.3·w14)/steps), so that relearning does not undo a lapse.
    private double ceiling(double[] weights) {
        double lapse = Math.log(weights[11]) + Math.log(Math.pow(2, weights[13]) - 1) + weights[14] * FORGOTTEN;
        return Math.min(Math.sqrt(Math.max(-lapse / relearningSteps, LOWEST_CEILING)), upper[17]);
    }
}
