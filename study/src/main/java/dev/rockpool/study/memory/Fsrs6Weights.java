package dev.rockpool.study.memory;

import java.util.List;

/// The 21 weights w0 to w20 of [Fsrs6].
///
/// @param values w0 to w20, each within its bounds
public record Fsrs6Weights(List<Double> values) {
    /// How many weights there are.
    public static final int COUNT = 21;

    /// The weights for a learner of whom nothing is known (fsrs-rs 6.6.1, `src/inference.rs`, DEFAULT_PARAMETERS).
    public static final Fsrs6Weights STANDARD = new Fsrs6Weights(List.of(
            0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
            1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542));

    public Fsrs6Weights {
        values = List.copyOf(values);
        if (values.size() != COUNT) {
            throw new IllegalArgumentException(values.size() + " weights are not " + COUNT);
        }
    }
}
