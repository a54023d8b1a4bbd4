package dev.rockpool.study.optimise;

import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.optimise.TrainingItems.FirstItems;
import java.util.Arrays;
import java.util.List;

/// The S0 stage: the stability after a first review, per rating, from the first items alone
/// [`initialize_stability_parameters`].
final class InitialStability {
    static final int RATINGS = 4;

    /// The upper bound of w0 to w3.
    static final double HIGHEST = 100;

    /// How little a day more or less than the standard costs, against the log loss of one item.
    private static final double DEVIATION_COST = 1.0 / 16;

    private static final int MOST_STEPS = 1_000;

    /// How Hard lies between Again and Good, and Good between Hard and Easy, on a logarithmic scale, where one of them
    /// was never given: S0(Hard) = S0(Again)^0.41·S0(Good)^0.59, S0(Good) = S0(Hard)^0.46·S0(Easy)^0.54.
    private static final double HARD_BETWEEN = 0.41;

    private static final double GOOD_BETWEEN = 0.54;

    private static final int[][] PAIRS = {{0, 1}, {1, 2}, {2, 3}, {0, 2}, {1, 3}, {0, 3}};

    private InitialStability() {}

    /// S0 of the ratings 1 to 4.
    ///
    /// @throws IllegalArgumentException if there is no first item at all
    static double[] fit(List<List<FirstItems>> items, double averageRecall) {
        double[] stabilities = new double[RATINGS];
        for (int rating = 0; rating < RATINGS; rating++) {
            stabilities[rating] = search(items.get(rating), averageRecall, Fsrs6Weights.STANDARD.get(rating));
        }
        return smoothAndFill(stabilities, counts(items));
    }

    /// How many first items each rating has.
    static int[] counts(List<List<FirstItems>> items) {
        return items.stream()
                .mapToInt(groups -> groups.stream().mapToInt(FirstItems::count).sum())
                .toArray();
    }

    /// The stability of least loss, by ternary search: the loss has one valley.
    static double search(List<FirstItems> items, double averageRecall, double standard) {
        double low = Fsrs6.LOWEST_STABILITY;
        double high = HIGHEST;
        for (int step = 0; step < MOST_STEPS && high - low > Math.ulp(1.0); step++) {
            double third = (high - low) / 3;
            if (loss(items, averageRecall, low + third, standard)
                    < loss(items, averageRecall, high - third, standard)) {
                high -= third;
            } else {
                low += third;
            }
        }
        return (low + high) / 2;
    }

    /// The log loss of all first items, each group's recall smoothed by one item of average recall, and the cost of
    /// lying off the standard.
    static double loss(List<FirstItems> items, double averageRecall, double stability, double standard) {
        double decay = -Fsrs6Weights.STANDARD.get(20);
        double factor = Math.pow(0.9, 1 / decay) - 1;
        double sum = 0;
        for (FirstItems group : items) {
            double predicted = Math.pow(1 + factor * group.delay() / stability, decay);
            double recall = (group.recalled() + averageRecall) / (group.count() + 1);
            sum -= group.count() * (recall * Math.log(predicted) + (1 - recall) * Math.log(1 - predicted));
        }
        return sum + Math.abs(stability - standard) * DEVIATION_COST;
    }

    /// Orders the stabilities (Again is never above Hard, and so on: the rating with fewer items gives way) and fills
    /// in those of ratings without items [`smooth_and_fill`].
    static double[] smoothAndFill(double[] found, int[] counts) {
        double[] s = found.clone();
        for (int[] pair : PAIRS) {
            int small = pair[0];
            int big = pair[1];
            if (counts[small] > 0 && counts[big] > 0 && s[small] > s[big]) {
                if (counts[small] > counts[big]) {
                    s[big] = s[small];
                } else {
                    s[small] = s[big];
                }
            }
        }
        fill(s, counts);
        for (int rating = 0; rating < RATINGS; rating++) {
            s[rating] = Math.clamp(s[rating], Fsrs6.LOWEST_STABILITY, HIGHEST);
        }
        return s;
    }

    private static void fill(double[] s, int[] counts) {
        boolean[] known = new boolean[RATINGS];
        for (int rating = 0; rating < RATINGS; rating++) {
            known[rating] = counts[rating] > 0;
        }
        int count = (int) Arrays.stream(counts).filter(n -> n > 0).count();
        if (count == 0) {
            throw new IllegalArgumentException("no rating has a first item");
        }
        if (count == 1) {
            scaleStandard(s, known);
            return;
        }
        double a = HARD_BETWEEN;
        double b = GOOD_BETWEEN;
        if (known[0] && known[3] && !known[1] && !known[2]) {
            double share = a / (a + b - a * b);
            s[1] = between(s[0], s[3], share);
            s[2] = between(s[0], s[3], 1 - b / (a + b - a * b));
            return;
        }
        // each of the two middle ratings from what is known on its sides, then the outer ones
        if (!known[1] && known[0] && known[2]) {
            s[1] = between(s[0], s[2], a);
        } else if (!known[1] && known[2] && known[3]) {
            s[1] = between(s[2], s[3], 1 / (1 - b));
        }
        if (!known[2] && known[1] && known[3]) {
            s[2] = between(s[1], s[3], 1 - b);
        } else if (!known[2] && known[0] && known[1]) {
            s[2] = between(s[0], s[1], 1 - 1 / (1 - a));
        }
        if (!known[0]) {
            s[0] = between(s[1], s[2], 1 / a);
        }
        if (!known[3]) {
            s[3] = between(s[1], s[2], 1 - 1 / b);
        }
    }

    /// One rating says how far the learner is from the standard; the others follow.
    private static void scaleStandard(double[] s, boolean[] known) {
        for (int rating = 0; rating < RATINGS; rating++) {
            if (known[rating]) {
                double scale = s[rating] / Fsrs6Weights.STANDARD.get(rating);
                for (int other = 0; other < RATINGS; other++) {
                    s[other] = Fsrs6Weights.STANDARD.get(other) * scale;
                }
                return;
            }
        }
    }

    /// The weighted geometric mean x^share·y^(1 − share); a share beyond 0 to 1 continues the line.
    private static double between(double x, double y, double share) {
        return Math.pow(x, share) * Math.pow(y, 1 - share);
    }
}
