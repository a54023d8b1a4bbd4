package dev.rockpool.study.memory;

import java.util.ArrayList;
import java.util.List;

/// The 21 weights w0 to w20 of [Fsrs6]: what a learner's review log teaches about their memory.
///
/// Sources: fsrs-rs 6.6.1, `src/inference.rs` (defaults), `src/parameter_clipper.rs` (bounds), `src/model.rs`
/// (`check_and_fill_parameters`: weights of older versions).
///
/// @param values w0 to w20, each within [#LOWER] and [#UPPER]
public record Fsrs6Weights(List<Double> values) {
    /// How many weights FSRS-6 has.
    public static final int COUNT = 21;

    /// How many FSRS-5 had: no exponent of same-day stability, no decay of its own.
    public static final int COUNT_FSRS_5 = 19;

    /// How many FSRS-4.5 and 4 had: no same-day reviews either.
    public static final int COUNT_FSRS_4_5 = 17;

    /// The lower bounds of w0 to w20.
    public static final List<Double> LOWER = List.of(
            0.001, 0.001, 0.001, 0.001, 1.0, 0.001, 0.001, 0.001, 0.0, 0.0, 0.001, 0.001, 0.001, 0.001, 0.0, 0.0, 1.0,
            0.0, 0.0, 0.0, 0.1);

    /// The upper bounds of w0 to w20.
    public static final List<Double> UPPER = List.of(
            100.0, 100.0, 100.0, 100.0, 10.0, 4.0, 4.0, 0.75, 4.5, 0.8, 3.5, 5.0, 0.25, 0.9, 4.0, 1.0, 6.0, 2.0, 2.0,
            0.8, 0.8);

    /// The weights for a learner of whom nothing is known yet.
    public static final Fsrs6Weights STANDARD = new Fsrs6Weights(List.of(
            0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
            1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542));

    /// The decay that FSRS-4.5 and FSRS-5 had built in.
    private static final double DECAY_BEFORE_FSRS_6 = 0.5;

    public Fsrs6Weights {
        values = List.copyOf(values);
        if (values.size() != COUNT) {
            throw new IllegalArgumentException(values.size() + " weights are not " + COUNT);
        }
        for (int i = 0; i < COUNT; i++) {
            double weight = values.get(i);
            if (!(weight >= LOWER.get(i) && weight <= UPPER.get(i))) {
                throw new IllegalArgumentException(
                        "w" + i + " = " + weight + " is not within " + LOWER.get(i) + " to " + UPPER.get(i));
            }
        }
    }

    /// The weights that an optimiser of this or an older version found: 17 and 19 weights are brought to 21, and each
    /// is moved within its bounds.
    ///
    /// @throws IllegalArgumentException unless there are 17, 19 or 21 finite numbers
    public static Fsrs6Weights of(List<Double> found) {
        List<Double> filled = switch (found.size()) {
            case COUNT -> found;
            case COUNT_FSRS_5 -> fromFsrs5(found);
            case COUNT_FSRS_4_5 -> fromFsrs5(fromFsrs45(found));
            default ->
                throw new IllegalArgumentException(
                        found.size() + " weights are not " + COUNT_FSRS_4_5 + ", " + COUNT_FSRS_5 + " or " + COUNT);
        };
        List<Double> clipped = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            double weight = filled.get(i);
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("w" + i + " = " + weight + " is not a finite number");
            }
            clipped.add(Math.clamp(weight, LOWER.get(i), UPPER.get(i)));
        }
        return new Fsrs6Weights(clipped);
    }

    /// Weight `index`, from 0.
    public double get(int index) {
        return values.get(index);
    }

    /// Difficulty had a linear first value and no damping: w4 += 2·w5, w5 = ln(3·w5 + 1)/3, w6 += 0.5, and same-day
    /// reviews changed nothing.
    private static List<Double> fromFsrs45(List<Double> old) {
        List<Double> weights = new ArrayList<>(old);
        weights.set(4, old.get(4) + 2 * old.get(5));
        weights.set(5, Math.log(3 * old.get(5) + 1) / 3);
        weights.set(6, old.get(6) + 0.5);
        weights.add(0.0);
        weights.add(0.0);
        return weights;
    }

    private static List<Double> fromFsrs5(List<Double> old) {
        List<Double> weights = new ArrayList<>(old);
        weights.add(0.0);
        weights.add(DECAY_BEFORE_FSRS_6);
        return weights;
    }
}
