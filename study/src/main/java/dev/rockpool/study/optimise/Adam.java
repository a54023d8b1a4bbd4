package dev.rockpool.study.optimise;

/// Adam (Kingma and Ba 2015, algorithm 1): steps along a running mean of gradients, divided by the root of a running
/// mean of their squares.
final class Adam {
    private static final double MEAN_DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final double[] mean;
    private final double[] square;
    private double meanBias = 1;
    private double squareBias = 1;

    Adam(int size) {
        mean = new double[size];
        square = new double[size];
    }

    /// Moves the weights one step against the gradient.
    void step(double[] weights, double[] gradient, double rate) {
        meanBias *= MEAN_DECAY;
        squareBias *= SQUARE_DECAY;
        for (int i = 0; i < weights.length; i++) {
            mean[i] = MEAN_DECAY * mean[i] + (1 - MEAN_DECAY) * gradient[i];
            square[i] = SQUARE_DECAY * square[i] + (1 - SQUARE_DECAY) * gradient[i] * gradient[i];
            weights[i] -= rate * (mean[i] / (1 - meanBias)) / (Math.sqrt(square[i] / (1 - squareBias)) + EPSILON);
        }
    }
}
