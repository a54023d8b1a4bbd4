package dev.rockpool.study.optimise;

import dev.rockpool.study.memory.Fsrs6Weights;

/// What is believed of the weights before any review is seen: each lies around its start, as far off as it does among
/// learners [`l2_regularization`]. Penalty: the sum of ((w − start)/spread)², spread over an epoch's items.
final class Prior {
    /// The standard deviations of w0 to w20 among learners [`PARAMS_STDDEV`].
    private static final double[] SPREAD = {
        6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31,
        0.32, 0.14, 0.27
    };

    private final double[] start;

    Prior(double[] start) {
        this.start = start.clone();
    }

    /// @param share of an epoch's items for which the penalty is asked
    double penalty(double[] weights, double share) {
        double sum = 0;
        for (int i = 0; i < Fsrs6Weights.COUNT; i++) {
            double distance = (weights[i] - start[i]) / SPREAD[i];
            sum += distance * distance;
        }
        return sum * share;
    }

    /// Adds the penalty's derivatives.
    void add(double[] weights, double share, double[] gradient) {
        for (int i = 0; i < Fsrs6Weights.COUNT; i++) {
            gradient[i] += 2 * (weights[i] - start[i]) / (SPREAD[i] * SPREAD[i]) * share;
        }
    }
}
