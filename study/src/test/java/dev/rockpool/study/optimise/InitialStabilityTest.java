package dev.rockpool.study.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.optimise.TrainingItems.FirstItems;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Golden numbers: the tests of fsrs-rs 6.6.1 `src/parameter_initialization.rs`.
final class InitialStabilityTest {
    /// `test_search_parameters`; its recalls are these counts, rounded to eight digits.
    private static final List<FirstItems> AFTER_AGAIN = List.of(
            new FirstItems(1, 435, 377),
            new FirstItems(2, 97, 88),
            new FirstItems(3, 63, 46),
            new FirstItems(4, 38, 29),
            new FirstItems(5, 28, 19));

    private static final double AVERAGE_RECALL = 0.943_028_57;

    @Test
    void theSearchFindsWhatTheReferenceFinds() {
        assertThat(InitialStability.search(AFTER_AGAIN, AVERAGE_RECALL, Fsrs6Weights.STANDARD.get(0)))
                .isCloseTo(0.7355089, within(1e-5));
    }

    @Test
    void aStabilityOffTheBestCostsMore() {
        double best = InitialStability.search(AFTER_AGAIN, AVERAGE_RECALL, 0.212);
        double least = InitialStability.loss(AFTER_AGAIN, AVERAGE_RECALL, best, 0.212);
        for (double factor : new double[] {0.5, 0.9, 1.1, 2}) {
            assertThat(InitialStability.loss(AFTER_AGAIN, AVERAGE_RECALL, best * factor, 0.212))
                    .isGreaterThan(least);
        }
    }

    @Test
    void ratingsWithoutItemsAreFilledAsTheReferenceFillsThem() {
        // test_smooth_and_fill; there Hard has a count but no stability, which comes to the same
        check(
                InitialStability.smoothAndFill(new double[] {0.4, 0, 2.3, 10.9}, new int[] {1, 0, 1, 1}),
                0.4,
                1.1227008,
                2.3,
                10.9);
        check(
                InitialStability.smoothAndFill(new double[] {0, 0.35, 0, 0}, new int[] {0, 1, 0, 0}),
                0.05738148,
                0.35,
                0.6242943,
                2.2453482);
    }

    @Test
    void everyPairOfRatingsContinuesTheSameLine() {
        double[] line = InitialStability.smoothAndFill(new double[] {0.5, 0, 0, 20}, new int[] {1, 0, 0, 1});
        for (int[] counts : List.of(
                new int[] {1, 1, 0, 0},
                new int[] {1, 0, 1, 0},
                new int[] {0, 1, 1, 0},
                new int[] {0, 1, 0, 1},
                new int[] {0, 0, 1, 1},
                new int[] {0, 1, 1, 1},
                new int[] {1, 0, 1, 1},
                new int[] {1, 1, 0, 1},
                new int[] {1, 1, 1, 0})) {
            check(InitialStability.smoothAndFill(line, counts), line);
        }
    }

    @Test
    void theRatingWithFewerItemsGivesWay() {
        check(InitialStability.smoothAndFill(new double[] {3, 2, 4, 5}, new int[] {9, 1, 1, 1}), 3, 3, 4, 5);
        check(InitialStability.smoothAndFill(new double[] {3, 2, 4, 5}, new int[] {1, 9, 1, 1}), 2, 2, 4, 5);
    }

    @Test
    void withoutAnyItemThereIsNothingToFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InitialStability.smoothAndFill(new double[4], new int[4]));
    }

    private static void check(double[] stabilities, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(stabilities[i]).isCloseTo(expected[i], within(1e-5 * expected[i]));
        }
    }
}
