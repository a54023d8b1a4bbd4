package dev.rockpool.study.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.optimise.Fit.Outcome;
import dev.rockpool.study.optimise.Fit.Stage;
import dev.rockpool.trials.Trials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

final class OptimiserTest {
    private static final Seed SEED = new Seed(2023);
    private static final int RELEARNING_STEPS = 1;

    @Test
    void aLogFromKnownWeightsIsPredictedAsWellAsByThem() {
        Trials.run(3, random -> {
            Fsrs6Weights truth = SyntheticHistories.weights(random);
            ReviewHistories histories = SyntheticHistories.of(truth, 3_000, 10, random);
            Fit fit = optimiser(histories, 1).fit(Fsrs6Weights.STANDARD, Progress.SILENT);
            assertThat(fit.outcome()).isEqualTo(Outcome.TAKEN);
            assertThat(fit.stage()).isEqualTo(Stage.ALL);
            assertThat(logLoss(fit)).isLessThan(fit.before().orElseThrow().logLoss());
            assertThat(logLoss(fit)).isLessThan(logLoss(histories, truth) + 0.0005);
            assertThat(fit.findings()).isEmpty();
        });
    }

    @Test
    void theNumberOfThreadsChangesNoBit() {
        ReviewHistories histories = SyntheticHistories.of(Fsrs6Weights.STANDARD, 800, 8, new Seed(1).derive("threads"));
        Fit alone = optimiser(histories, 1).fit(Fsrs6Weights.STANDARD, Progress.SILENT);
        for (int threads : new int[] {2, 3, 7}) {
            assertThat(optimiser(histories, threads).fit(Fsrs6Weights.STANDARD, Progress.SILENT))
                    .isEqualTo(alone);
        }
    }

    @Test
    void weightsThatAreNoBetterAreNotTaken() {
        ReviewHistories histories = SyntheticHistories.of(Fsrs6Weights.STANDARD, 800, 8, new Seed(2).derive("kept"));
        Fit first = optimiser(histories, 1).fit(Fsrs6Weights.STANDARD, Progress.SILENT);
        Fit again = optimiser(histories, 1).fit(first.weights(), Progress.SILENT);
        assertThat(again.outcome()).isEqualTo(Outcome.KEPT_NOT_BETTER);
        assertThat(again.weights()).isEqualTo(first.weights());
        assertThat(again.after()).isEqualTo(again.before());
    }

    @Test
    void itEndsWhenToldAndSaysHowFarItIs() {
        ReviewHistories histories =
                SyntheticHistories.of(Fsrs6Weights.STANDARD, 2_000, 8, new Seed(3).derive("progress"));
        List<Double> shares = new ArrayList<>();
        Progress untilHalf = share -> {
            shares.add(share);
            return share < 0.5;
        };
        for (int threads : new int[] {1, 2}) {
            shares.clear();
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> optimiser(histories, threads).fit(Fsrs6Weights.STANDARD, untilHalf));
            assertThat(shares).isSorted().hasSizeGreaterThan(3);
            assertThat(shares.getLast()).isBetween(0.5, 0.6);
        }
        shares.clear();
        optimiser(histories, 1).fit(Fsrs6Weights.STANDARD, share -> shares.add(share));
        assertThat(shares).isSorted().startsWith(0.0).endsWith(1.0);
    }

    @Test
    void anEmptyLogAndOneOfSevenItemsKeepTheOldWeights() {
        Fit empty = optimiser(new ReviewHistories.Builder(0).build(), 1).fit(Fsrs6Weights.STANDARD, Progress.SILENT);
        assertThat(empty.outcome()).isEqualTo(Outcome.KEPT_TOO_FEW);
        assertThat(empty.before()).isEmpty();
        assertThat(empty.findings()).containsExactly(Finding.TOO_FEW_TO_FIT);
        Fit few = optimiser(reviewedTwice(7, 7, 7), 1).fit(Fsrs6Weights.STANDARD, Progress.SILENT);
        assertThat(few.items()).isEqualTo(7);
        assertThat(few.outcome()).isEqualTo(Outcome.KEPT_TOO_FEW);
        assertThat(few.weights()).isEqualTo(Fsrs6Weights.STANDARD);
        assertThat(few.after()).isPresent();
    }

    @Test
    void firstItemsAloneFitTheFirstStabilities() {
        Fit fit = optimiser(reviewedTwice(70, 30), 1).fit(Fsrs6Weights.STANDARD, Progress.SILENT);
        assertThat(fit.stage()).isEqualTo(Stage.FIRST_STABILITIES);
        assertThat(fit.findings()).containsExactly(Finding.FIRST_STABILITIES_ONLY);
        assertThat(fit.weights().values().subList(4, 21))
                .isEqualTo(Fsrs6Weights.STANDARD.values().subList(4, 21));
        assertThat(fit.weights().get(2)).isNotEqualTo(Fsrs6Weights.STANDARD.get(2));
    }

    @Test
    void aLogWithoutLapsesSaysSo() {
        ReviewHistories.Builder builder = new ReviewHistories.Builder(0);
        for (int day = 0; day < 5; day++) {
            for (int card = 0; card < 50; card++) {
                builder.add(card, day, Rating.GOOD, false);
            }
        }
        Fit fit = optimiser(builder.build(), 1).fit(Fsrs6Weights.STANDARD, Progress.SILENT);
        assertThat(fit.findings()).containsExactly(Finding.FEW, Finding.ALWAYS_RECALLED);
        assertThat(fit.weights().values()).allMatch(Double::isFinite);
    }

    @Test
    void aPoorFitIsJudgedByAnkisBounds() {
        // recall 0.9: the usual log loss is 0.623·0.36^0.738 = 0.2931, the usual RMSE for 10,000 items 0.0496
        assertThat(HealthCheck.isPoor(new Metrics(0.33, 0.08), 0.9, 10_000)).isTrue();
        assertThat(HealthCheck.isPoor(new Metrics(0.32, 0.08), 0.9, 10_000)).isFalse();
        assertThat(HealthCheck.isPoor(new Metrics(0.33, 0.05), 0.9, 10_000)).isFalse();
    }

    @Test
    void theLearningRateFallsAsACosine() {
        assertThat(Optimiser.annealedRate(0, 100)).isCloseTo(0.04, within(1e-12));
        assertThat(Optimiser.annealedRate(50, 100)).isCloseTo(0.02, within(1e-12));
        assertThat(Optimiser.annealedRate(100, 100)).isCloseTo(0, within(1e-12));
    }

    @Test
    void severalRelearningStepsLowerTheCeilingOfTheSameDayWeights() {
        double[] weights = SyntheticHistories.array(Fsrs6Weights.STANDARD);
        weights[17] = 5;
        weights[19] = 0;
        weights[4] = 11;
        double[] one = weights.clone();
        new WeightBounds(1).clip(one);
        assertThat(one[17]).isEqualTo(2);
        assertThat(one[19]).isEqualTo(0.01);
        assertThat(one[4]).isEqualTo(10);
        double[] three = weights.clone();
        new WeightBounds(3).clip(three);
        // −(ln 1.4835 + ln(2^0.2629 − 1) + 0.3·1.6483)/3 = 0.2404
        assertThat(three[17]).isCloseTo(0.4903, within(1e-3));
    }

    /// Cards that were reviewed twice: so many of them a day apart, so many two days, and so on.
    private static ReviewHistories reviewedTwice(int... counts) {
        ReviewHistories.Builder builder = new ReviewHistories.Builder(0);
        for (int card = 0; card < Arrays.stream(counts).sum(); card++) {
            builder.add(card, 0, Rating.GOOD, false);
        }
        int card = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int n = 0; n < counts[i]; n++) {
                builder.add(card++, i + 1, n % (4 - i) == 0 ? Rating.AGAIN : Rating.GOOD, false);
            }
        }
        return builder.build();
    }

    private static Optimiser optimiser(ReviewHistories histories, int threads) {
        return new Optimiser(histories, RELEARNING_STEPS, SEED, threads);
    }

    private static double logLoss(Fit fit) {
        return fit.after().orElseThrow().logLoss();
    }

    private static double logLoss(ReviewHistories histories, Fsrs6Weights weights) {
        TrainingItems items = TrainingItems.of(histories);
        try (Slices slices = new Slices(1)) {
            return new Evaluator(items, slices, new HistoryGradient[] {new HistoryGradient(items, 100)})
                    .metrics(SyntheticHistories.array(weights))
                    .logLoss();
        }
    }
}
