package dev.rockpool.quiz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OptionStatisticsTest {
    /// Ten persons; those with 2 and 3 points on the other items choose the key 0, weak ones 1, strong ones also 2.
    @Test
    void tellsWhichDistractorsWork() {
        int[] rests = {0, 0, 1, 1, 2, 2, 3, 3, 3, 3};
        int[] choices = {1, 1, 1, 0, 0, 0, 0, 0, 2, -1};
        List<List<Boolean>> persons = new ArrayList<>();
        List<OptionalInt> chosen = new ArrayList<>();
        for (int person = 0; person < rests.length; person++) {
            persons.add(List.of(choices[person] == 0, rests[person] > 0, rests[person] > 1, rests[person] > 2));
            chosen.add(choices[person] < 0 ? OptionalInt.empty() : OptionalInt.of(choices[person]));
        }
        ScoreMatrix matrix = ScoreMatrix.of(persons);

        List<OptionStatistics> options = OptionStatistics.of(matrix, 0, 4, 0, chosen);

        assertThat(options).extracting(OptionStatistics::chosen).containsExactly(5, 3, 1, 0);
        assertThat(options).extracting(OptionStatistics::isFunctioning).containsExactly(false, true, false, false);
        assertThat(options.get(0).key()).isTrue();
        assertThat(options.get(0).discrimination().orElseThrow()).isPositive();
        // means of the rest scores: 1/3 with option 1, 17/7 without; standard deviation 1.1662; √(.3 · .7)
        assertThat(options.get(1).discrimination().orElseThrow())
                .isCloseTo((1 / 3.0 - 17 / 7.0) / Math.sqrt(1.36) * Math.sqrt(0.21), within(1e-9));
        assertThat(options.get(2).share()).isEqualTo(0.1);
        assertThat(options.get(3).discrimination()).isEmpty();
    }

    @Test
    void aDistractorBelowFivePercentDoesNotWork() {
        List<List<Boolean>> persons = new ArrayList<>();
        List<OptionalInt> chosen = new ArrayList<>();
        for (int person = 0; person < 100; person++) {
            boolean weak = person < 4;
            persons.add(List.of(!weak, !weak));
            chosen.add(OptionalInt.of(weak ? 1 : 0));
        }

        OptionStatistics distractor =
                OptionStatistics.of(ScoreMatrix.of(persons), 0, 2, 0, chosen).get(1);

        assertThat(distractor.discrimination().orElseThrow()).isCloseTo(-1, within(1e-9));
        assertThat(distractor.isFunctioning()).isFalse();
    }

    @Test
    void refusesChoicesThatContradictTheMatrix() {
        ScoreMatrix matrix = ScoreMatrix.of(List.of(List.of(true), List.of(false)));

        assertThatThrownBy(() -> OptionStatistics.of(matrix, 0, 2, 2, List.of()))
                .hasMessageContaining("key");
        assertThatThrownBy(() -> OptionStatistics.of(matrix, 0, 2, 0, List.of()))
                .hasMessageContaining("choices");
        assertThatThrownBy(() -> OptionStatistics.of(matrix, 0, 2, 0, List.of(OptionalInt.of(0), OptionalInt.of(2))))
                .hasMessageContaining("from 0 to 1, but is 2");
        assertThatThrownBy(() -> OptionStatistics.of(matrix, 0, 2, 0, List.of(OptionalInt.of(0), OptionalInt.of(0))))
                .hasMessageContaining("person 1");
    }
}
