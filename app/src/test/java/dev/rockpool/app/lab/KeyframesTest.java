package dev.rockpool.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyframesTest {
    private static final int LONG_RUN = 20_000;

    @Test
    void keepsFewOfALongRunAndAllOfTheLastSeconds() {
        Keyframes<TideLab.Water> keyframes = new Keyframes<>();
        for (int second = 0; second <= LONG_RUN; second++) {
            keyframes.add(new TideLab.Water(second, LONG_RUN, second));
        }
        assertThat(keyframes.size()).isLessThanOrEqualTo(Keyframes.MOST);
        assertThat(keyframes.at(0).second()).isZero();
        for (int second = LONG_RUN - Keyframes.RECENT + 1; second <= LONG_RUN; second++) {
            assertThat(keyframes.at(second).second()).isEqualTo(second);
        }
        assertThat(keyframes.at(9_999).second()).isBetween(9_900L, 9_999L);
    }

    @Test
    void joinsPointsOfALongRun() {
        Timeline timeline = new Timeline();
        for (int second = 1; second <= LONG_RUN; second++) {
            timeline.add(List.of(new Measure("level", "Level", Unit.COUNT, second <= LONG_RUN / 2 ? 2 : 4)));
        }
        Series series = timeline.series();
        assertThat(series.secondsPerPoint()).isEqualTo(8);
        Series.Line line = series.lines().getFirst();
        assertThat(line.size()).isEqualTo(LONG_RUN / 8);
        assertThat(line.value(0)).isEqualTo(2);
        assertThat(line.value(line.size() - 1)).isEqualTo(4);
    }

    @Test
    void axesEndAtRoundNumbers() {
        assertThat(Ticks.above(4_096, Unit.RECORDS_PER_SECOND)).isEqualTo(5_000);
        assertThat(Ticks.above(0.7, Unit.SHARE)).isEqualTo(1);
        assertThat(Ticks.above(0, Unit.COUNT)).isEqualTo(1);
        assertThat(Ticks.length(20, 600)).isEqualTo(30);
        assertThat(Ticks.length(20, 10)).isEqualTo(10);
        assertThat(Ticks.length(2_000, 3_600)).isEqualTo(3_600);
    }
}
