package dev.rockpool.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.kernel.Seed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResamplingTest {
    private static Optional<Resampling> of(int units, long seed) {
        return Resampling.of(units, new Seed(seed).derive("test"), drawn -> drawn[0]);
    }

    @Test
    void twoUnitsAreDrawnInThreeWaysWhoseChancesAreKnown() {
        // 0, 1, 2 of the first with chances 1/4, 1/2, 1/4: mean 1, and both ends are within 95 of 100
        Resampling resampling = of(2, 7).orElseThrow();
        assertThat(resampling.mean()).isCloseTo(1, within(4 * Math.sqrt(0.5 / Resampling.SAMPLES)));
        assertThat(resampling.interval()).isEqualTo(new Figure.Interval(0, 2));
    }

    @Test
    void theIntervalIsThatOfABinomialCount() {
        // how often one unit of 100 is drawn in 100: 0 to 3 hold 98.2 of 100 draws, 0 to 2 hold 92.1
        assertThat(of(100, 1).orElseThrow().interval()).isEqualTo(new Figure.Interval(0, 3));
    }

    @Test
    void theSameSeedDrawsTheSameAndAnotherDrawsOthers() {
        assertThat(of(30, 1)).isEqualTo(of(30, 1)).isNotEqualTo(of(30, 2));
    }

    @Test
    void thereIsNothingToDrawFromOneUnitAndNoMeanOfWhatIsInfinite() {
        assertThat(of(1, 1)).isEmpty();
        assertThat(of(Resampling.MOST_UNITS + 1, 1)).isEmpty();
        assertThat(Resampling.of(2, new Seed(1).derive("test"), drawn -> 1.0 / drawn[0]))
                .isEmpty();
    }
}
