package dev.rockpool.quiz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The expected numbers are what R computes from the published data: `descript(LSAT)` of the package ltm prints the
/// shares of right answers and the point-biserial correlations with the total score, the item included and excluded;
/// KR-20 is Cronbach's alpha of right and wrong answers, `cronbach.alpha(LSAT)` of the same package.
class TestStatisticsTest {
    private static final double CLOSE = 1e-4;

    @Test
    void agreesWithPublishedDataOfSection6() {
        TestStatistics test = TestStatistics.of(Lsat.section6());

        assertThat(test.persons()).isEqualTo(1000);
        assertThat(test.hasTooFewAnswers()).isFalse();
        assertThat(test.meanScore()).isCloseTo(3.819, within(CLOSE));
        close(test.kr20(), 0.29500);
        close(test.kr21(), 0.19644);
        close(test.standardError(), 0.8691);
        close(test, ItemStatistics::itemRest, 0.1128, 0.1532, 0.1728, 0.1444, 0.1216);
        close(test, ItemStatistics::itemTotal, 0.3620, 0.5668, 0.6184, 0.5344, 0.4354);
        close(test, item -> OptionalDouble.of(item.facility()), 0.924, 0.709, 0.553, 0.763, 0.870);
    }

    @Test
    void agreesWithPublishedDataOfSection7() {
        TestStatistics test = TestStatistics.of(Lsat.section7());

        close(test.kr20(), 0.45341);
        close(test.kr21(), 0.41504);
        close(test.standardError(), 0.8861);
        close(test, item -> OptionalDouble.of(item.facility()), 0.828, 0.658, 0.772, 0.606, 0.843);
    }

    /// With all scores different, the groups are the best and the weakest 27 of 100.
    @Test
    void comparesTheBestWithTheWeakest27Percent() {
        List<List<Boolean>> persons = new ArrayList<>();
        for (int person = 0; person < 100; person++) {
            List<Boolean> row = new ArrayList<>(Collections.nCopies(100, false));
            for (int item = 0; item < person; item++) {
                row.set(item, true);
            }
            persons.add(row);
        }
        List<ItemStatistics> items = TestStatistics.of(ScoreMatrix.of(persons)).items();

        assertThat(items.get(0).upperLower().orElseThrow()).isCloseTo(1 / 27.0, within(1e-9)); // 27/27 - 26/27
        assertThat(items.get(50).upperLower().orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(items.get(50).discrimination()).contains(Discrimination.VERY_GOOD);
        assertThat(items.get(80).upperLower().orElseThrow()).isCloseTo(19 / 27.0, within(1e-9));
        assertThat(items.get(0).isUseful()).isFalse();
        assertThat(items.get(50).isUseful()).isTrue();
    }

    @Test
    void doesNotDependOnTheOrderOfPersonsWithEqualScores() {
        ScoreMatrix first = Lsat.section6();
        List<List<Boolean>> rows = new ArrayList<>();
        for (int person = 0; person < first.persons(); person++) {
            List<Boolean> row = new ArrayList<>();
            for (int item = 0; item < first.items(); item++) {
                row.add(first.isRight(person, item));
            }
            rows.add(row);
        }
        Collections.shuffle(rows, new Random(7));
        TestStatistics expected = TestStatistics.of(first);
        TestStatistics shuffled = TestStatistics.of(ScoreMatrix.of(rows));

        for (int item = 0; item < first.items(); item++) {
            assertThat(shuffled.items().get(item).upperLower().orElseThrow())
                    .isCloseTo(expected.items().get(item).upperLower().orElseThrow(), within(1e-9));
        }
    }

    /// By hand: scores 0, 1, 1, 2; each group weighs 1.08.
    @Test
    void sharesTiesAtTheEdgeOfAGroup() {
        TestStatistics test = TestStatistics.of(ScoreMatrix.of(
                List.of(List.of(false, false), List.of(true, false), List.of(true, false), List.of(true, true))));

        // upper: the best person and .08 of two with 1 point, all right; lower: the weakest and .08 of those two
        assertThat(test.items().get(0).upperLower().orElseThrow()).isCloseTo((1.08 - 0.08) / 1.08, within(1e-9));
        assertThat(test.items().get(1).upperLower().orElseThrow()).isCloseTo(1 / 1.08, within(1e-9));
        assertThat(test.hasTooFewAnswers()).isTrue();
    }

    @Test
    void leavesEmptyWhatIsNotDefined() {
        TestStatistics alike = TestStatistics.of(ScoreMatrix.of(List.of(List.of(true, false), List.of(true, false))));
        assertThat(alike.kr20()).isEmpty();
        assertThat(alike.kr21()).isEmpty();
        assertThat(alike.standardError()).isEmpty();
        assertThat(alike.standardDeviation()).hasValue(0);
        assertThat(alike.items()).allSatisfy(item -> {
            assertThat(item.itemRest()).isEmpty();
            assertThat(item.itemTotal()).isEmpty();
            assertThat(item.upperLower()).isEmpty();
            assertThat(item.discrimination()).isEmpty();
        });

        TestStatistics one = TestStatistics.of(ScoreMatrix.of(List.of(List.of(true))));
        assertThat(one.standardDeviation()).isEmpty();
        assertThat(one.kr20()).isEmpty();
    }

    @Test
    void namesTheStepsOfDiscrimination() {
        assertThat(List.of(0.4, 0.39, 0.3, 0.29, 0.2, 0.19, -1.0).stream().map(Discrimination::of))
                .containsExactly(
                        Discrimination.VERY_GOOD,
                        Discrimination.GOOD,
                        Discrimination.GOOD,
                        Discrimination.MARGINAL,
                        Discrimination.MARGINAL,
                        Discrimination.POOR,
                        Discrimination.POOR);
        assertThatThrownBy(() -> Discrimination.of(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void refusesWhatIsNoMatrix() {
        assertThatThrownBy(() -> ScoreMatrix.of(List.of())).hasMessageContaining("persons");
        assertThatThrownBy(() -> ScoreMatrix.of(List.of(List.of()))).hasMessageContaining("items");
        assertThatThrownBy(() -> ScoreMatrix.of(List.of(List.of(true), List.of(true, false))))
                .hasMessageContaining("person 1 must have 1 items, but has 2");
    }

    private static void close(OptionalDouble actual, double expected) {
        assertThat(actual.orElseThrow()).isCloseTo(expected, within(CLOSE));
    }

    private static void close(
            TestStatistics test, Function<ItemStatistics, OptionalDouble> statistic, double... expected) {
        assertThat(test.items()).hasSize(expected.length);
        for (int item = 0; item < expected.length; item++) {
            close(statistic.apply(test.items().get(item)), expected[item]);
        }
    }
}
