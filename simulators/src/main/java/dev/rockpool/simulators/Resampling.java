package dev.rockpool.simulators;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/// How far a score hangs on which units it was taken of: the bootstrap (Efron, *Bootstrap methods: another look at the
/// jackknife*, Annals of Statistics 7, 1979; for BLEU Koehn, *Statistical significance tests for machine translation
/// evaluation*, EMNLP 2004, and `_bootstrap_resample` of sacreBLEU 2.6). As many units as there are, are drawn with
/// replacement, [#SAMPLES] times.
///
/// @param mean of the scores of all draws
/// @param interval that holds 95 of 100 of them: without the least and the greatest fortieth
public record Resampling(double mean, Figure.Interval interval) {
    /// How often units are drawn.
    public static final int SAMPLES = 1_000;

    /// With more units nothing is drawn.
    public static final int MOST_UNITS = 10_000;

    private static final int TAIL = SAMPLES / 40;

    /// Draws and scores; empty if there is nothing to draw from, or a draw has no finite score.
    ///
    /// @param units how many
    /// @param score of a draw, given how often it has each unit
    public static Optional<Resampling> of(int units, RandomGenerator random, ToDoubleFunction<int[]> score) {
        if (units < 2 || units > MOST_UNITS) {
            return Optional.empty();
        }
        double[] scores = new double[SAMPLES];
        int[] drawn = new int[units];
        for (int sample = 0; sample < SAMPLES; sample++) {
            Arrays.fill(drawn, 0);
            for (int draw = 0; draw < units; draw++) {
                drawn[random.nextInt(units)]++;
            }
            scores[sample] = score.applyAsDouble(drawn);
        }
        Arrays.sort(scores);
        double mean = Arrays.stream(scores).average().orElseThrow();
        return Double.isFinite(mean)
                ? Optional.of(new Resampling(mean, new Figure.Interval(scores[TAIL], scores[SAMPLES - TAIL - 1])))
                : Optional.empty();
    }
}
