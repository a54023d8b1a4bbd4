package dev.rockpool.study.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.trials.Trials;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The gradient agrees with finite differences, the predictions with the model.
final class HistoryGradientTest {
    private static final int LONGEST = 12;

    @Test
    void derivativesAreThoseOfFiniteDifferences() {
        Trials.run(40, random -> {
            TrainingItems items =
                    TrainingItems.of(SyntheticHistories.of(SyntheticHistories.weights(random), 400, LONGEST, random));
            HistoryGradient walker = new HistoryGradient(items, LONGEST);
            double[] weights = SyntheticHistories.array(SyntheticHistories.weights(random));
            double[] gradient = new double[weights.length];
            walker.use(weights);
            for (int card : items.cards()) {
                walker.add(card, LONGEST, gradient);
            }
            for (int i = 0; i < weights.length; i++) {
                double step = 1e-6 * Math.max(weights[i], 0.01);
                double difference =
                        (loss(items, walker, weights, i, step) - loss(items, walker, weights, i, -step)) / (2 * step);
                // where a step crosses a bound's kink the difference is off by that card's share
                assertThat(gradient[i])
                        .as("derivative by w%d", i)
                        .isCloseTo(difference, within(1e-4 * (1 + Math.abs(difference))));
            }
        });
    }

    @Test
    void predictionsAreTheModels() {
        Trials.run(10, random -> {
            Fsrs6Weights weights = SyntheticHistories.weights(random);
            Fsrs6 model = new Fsrs6(weights);
            ReviewHistories histories = SyntheticHistories.of(weights, 300, LONGEST, random);
            TrainingItems items = TrainingItems.of(histories);
            HistoryGradient walker = new HistoryGradient(items, LONGEST);
            walker.use(SyntheticHistories.array(weights));
            for (int card : items.cards()) {
                List<Double> expected = new ArrayList<>();
                MemoryState state = model.first(Rating.of(histories.grade(histories.start(card))));
                for (int place = histories.start(card) + 1; place < histories.end(card); place++) {
                    int elapsed = histories.elapsedDays(place);
                    if (elapsed > 0) {
                        expected.add(model.retrievability(state, (double) elapsed));
                    }
                    state = model.next(state, elapsed, Rating.of(histories.grade(place)));
                }
                List<Double> predicted = new ArrayList<>();
                walker.predict(card, (place, weight, chance, recalled) -> predicted.add(chance));
                assertThat(predicted).hasSameSizeAs(expected);
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(predicted.get(i)).isCloseTo(expected.get(i), within(1e-9));
                }
            }
        });
    }

    @Test
    void itemsBeyondTheLongestHistoryAreNotLearntFrom() {
        ReviewHistories.Builder builder = new ReviewHistories.Builder(1);
        for (int card = 0; card < 30; card++) {
            builder.add(card, 0, Rating.GOOD, false);
        }
        for (int day = 1; day < 6; day++) {
            for (int card = 0; card < 30; card++) {
                builder.add(card, day, Rating.GOOD, false);
            }
        }
        TrainingItems items = TrainingItems.of(builder.build());
        HistoryGradient walker = new HistoryGradient(items, 6);
        walker.use(SyntheticHistories.array(Fsrs6Weights.STANDARD));
        double[] all = new double[Fsrs6Weights.COUNT];
        double[] first = new double[Fsrs6Weights.COUNT];
        double[] none = new double[Fsrs6Weights.COUNT];
        walker.add(0, 6, all);
        walker.add(0, 2, first);
        walker.add(0, 1, none);
        assertThat(all[8]).isNotZero();
        assertThat(first[8]).isZero();
        assertThat(first[2]).isNotZero();
        assertThat(none).containsOnly(0);
        assertThat(new Batches(items, 2, 10).count()).isEqualTo(30 / 10 + 1);
    }

    private static double loss(TrainingItems items, HistoryGradient walker, double[] weights, int moved, double step) {
        double[] changed = weights.clone();
        changed[moved] += step;
        walker.use(changed);
        double[] loss = new double[1];
        for (int card : items.cards()) {
            walker.predict(
                    card,
                    (place, weight, chance, recalled) -> loss[0] -= weight * Math.log(recalled ? chance : 1 - chance));
        }
        return loss[0];
    }
}
