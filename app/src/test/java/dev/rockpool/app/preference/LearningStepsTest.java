package dev.rockpool.app.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearningStepsTest {
    @ParameterizedTest
    @CsvSource({"1m 10m, 1m 10m", "'60s, 600s', 1m 10m", "90S 24h, 90s 1d", "2H, 2h", "'', ''"})
    void readsAndWritesWhatPeopleWrite(String written, String shortest) {
        assertThat(LearningSteps.read(written)).map(LearningSteps::write).contains(shortest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10m 1m", "0m", "ten", "1x", "1.5m", "-1m", "400d", "1m1m", "1m 2m 3m 4m 5m 6m 7m 8m 9m 10m 11m"
            })
    void refusesWhatIsNoRowOfSteps(String written) {
        assertThat(LearningSteps.read(written)).isEmpty();
    }

    @Test
    void equalStepsMayFollowEachOther() {
        assertThat(LearningSteps.read("5m 5m")).contains(List.of(Duration.ofMinutes(5), Duration.ofMinutes(5)));
    }
}
