package dev.rockpool.study.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.rockpool.trials.Trials;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class Fsrs6Test {
    /// fsrs-rs computes in 32-bit floats; this is what is promised against it.
    private static final double PERCENT = 0.01;

    private final Fsrs6 model = new Fsrs6(Fsrs6Weights.STANDARD);

    @Test
    void chainsOfReviewsEqualFsrsRs() {
        Map<String, Fsrs6> models = new HashMap<>();
        for (CSVRecord row : GoldenFile.read("fsrs6-weights.csv")) {
            models.put(row.get("name"), new Fsrs6(Fsrs6Weights.of(numbers(row.get("weights")))));
        }
        List<CSVRecord> rows = GoldenFile.read("fsrs6-chains.csv");
        assertThat(rows).hasSizeGreaterThan(1_000);
        MemoryState state = model.first(Rating.GOOD);
        for (CSVRecord row : rows) {
            Fsrs6 chosen = Objects.requireNonNull(models.get(row.get("weights")), "weights");
            Rating rating = Rating.of(Integer.parseInt(row.get("rating")));
            if (row.get("step").equals("0") && row.get("start_stability").isEmpty()) {
                state = chosen.first(rating);
            } else {
                MemoryState before = row.get("start_stability").isEmpty()
                        ? state
                        : new MemoryState(number(row, "start_stability"), number(row, "start_difficulty"));
                state = chosen.next(before, Long.parseLong(row.get("elapsed_days")), rating);
            }
            assertThat(state.stability())
                    .as("stability %s", row)
                    .isCloseTo(number(row, "stability"), withinPercentage(PERCENT));
            assertThat(state.difficulty())
                    .as("difficulty %s", row)
                    .isCloseTo(number(row, "difficulty"), withinPercentage(PERCENT));
            assertThat(chosen.interval(state, number(row, "desired_retention")))
                    .as("interval %s", row)
                    .isCloseTo(number(row, "interval"), withinPercentage(PERCENT));
        }
    }

    @Test
    void statesOfCardsFromSm2EqualFsrsRs() {
        for (CSVRecord row : GoldenFile.read("fsrs6-from-sm2.csv")) {
            MemoryState state = model.fromSm2(number(row, "ease"), number(row, "interval"), number(row, "retention"));
            assertThat(state.stability())
                    .as("stability %s", row)
                    .isCloseTo(number(row, "stability"), withinPercentage(PERCENT));
            assertThat(state.difficulty())
                    .as("difficulty %s", row)
                    .isCloseTo(number(row, "difficulty"), withinPercentage(PERCENT));
        }
    }

    @Test
    void sameDayHardNeverLowersTheStability() {
        MemoryState before = new MemoryState(20, 5);
        assertThat(model.next(before, 0, Rating.HARD).stability()).isEqualTo(20);
        assertThat(model.next(before, 0, Rating.AGAIN).stability()).isLessThan(20);
    }

    @Test
    void recallIsNinetyPercentAfterTheStability() {
        Trials.run(500, random -> {
            MemoryState state = new MemoryState(random.nextDouble(0.001, 36_500), random.nextDouble(1, 10));
            assertThat(model.retrievability(state, state.stability())).isCloseTo(0.9, within(1e-12));
            assertThat(model.interval(state, 0.9)).isCloseTo(state.stability(), withinPercentage(1e-9));
        });
    }

    @Test
    void theIntervalIsWhenRecallHasFallenToTheDesiredRetention() {
        Trials.run(500, random -> {
            MemoryState state = new MemoryState(random.nextDouble(0.01, 3_650), random.nextDouble(1, 10));
            double retention = random.nextDouble(0.7, 0.99);
            assertThat(model.retrievability(state, model.interval(state, retention)))
                    .isCloseTo(retention, within(1e-9));
        });
    }

    @Test
    void statesStayWithinTheirBoundsAndBetterRatingsNeverGiveLess() {
        Trials.run(5_000, random -> {
            MemoryState before = new MemoryState(Math.exp(random.nextDouble(-7, 10.6)), random.nextDouble(1, 10));
            long elapsed = random.nextBoolean() ? 0 : random.nextLong(40_000);
            double previous = 0;
            double previousDifficulty = 11;
            for (Rating rating : Rating.values()) {
                MemoryState after = model.next(before, elapsed, rating);
                assertThat(after.stability())
                        .isBetween(Fsrs6.LOWEST_STABILITY, Fsrs6.HIGHEST_STABILITY)
                        .isGreaterThanOrEqualTo(previous);
                assertThat(after.difficulty()).isBetween(1.0, 10.0).isLessThanOrEqualTo(previousDifficulty);
                previous = after.stability();
                previousDifficulty = after.difficulty();
            }
        });
    }

    @Test
    void recallFadesWithTimeAndNeverBeforeIt() {
        MemoryState state = new MemoryState(10, 5);
        assertThat(model.retrievability(state, -3)).isEqualTo(1);
        assertThat(model.retrievability(state, 0)).isEqualTo(1);
        assertThat(model.retrievability(state, 5)).isGreaterThan(model.retrievability(state, 6));
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        MemoryState state = new MemoryState(10, 5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.next(state, -1, Rating.GOOD))
                .withMessageContaining("-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.interval(state, 1))
                .withMessageContaining("1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.fromSm2(1, 10, 0.9))
                .withMessageContaining("ease 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryState(0, 5))
                .withMessageContaining("0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryState(1, 10.5))
                .withMessageContaining("10.5");
        assertThatIllegalArgumentException().isThrownBy(() -> Rating.of(5)).withMessageContaining("5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryModel.Version("", 1))
                .withMessageContaining("name");
    }

    @Test
    void namesItsVersionForStoredStates() {
        assertThat(model.version()).isEqualTo(new MemoryModel.Version("fsrs", 6));
        assertThat(model.weights()).isEqualTo(Fsrs6Weights.STANDARD);
    }

    @Test
    void weightsAreCheckedAndThoseOfAnOptimiserClipped() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fsrs6Weights(List.of(1.0)))
                .withMessage("1 weights are not 21");
        List<Double> wrong = new ArrayList<>(Fsrs6Weights.STANDARD.values());
        wrong.set(20, 0.9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fsrs6Weights(wrong))
                .withMessage("w20 = 0.9 is not within 0.1 to 0.8");
        assertThat(Fsrs6Weights.of(wrong).get(20)).isEqualTo(0.8);
        wrong.set(3, Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fsrs6Weights.of(wrong))
                .withMessageContaining("w3 = NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fsrs6Weights.of(List.of(1.0, 2.0)))
                .withMessageContaining("2 weights");
    }

    private static List<Double> numbers(String text) {
        return Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList();
    }

    private static double number(CSVRecord row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
