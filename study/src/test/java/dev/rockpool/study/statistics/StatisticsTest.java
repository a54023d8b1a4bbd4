package dev.rockpool.study.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    /// Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    @Test
    void intervalsOfSharesAreThoseThatArePublished() {
        assertInterval(81, 263, 0.2553, 0.3662);
        assertInterval(15, 148, 0.0624, 0.1605);
        assertInterval(0, 20, 0.0000, 0.1611);
        assertInterval(1, 29, 0.0061, 0.1718);
        assertThat(WilsonInterval.of(20, 20).orElseThrow().high()).isEqualTo(1);
        assertThat(WilsonInterval.of(0, 0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new WilsonInterval(0.6, 0.5));
    }

    private static void assertInterval(long successes, long trials, double low, double high) {
        WilsonInterval interval = WilsonInterval.of(successes, trials).orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void sharesOfNothingAreNotThere() {
        assertThat(Recalled.NONE.share()).isEmpty();
        assertThat(Recalled.NONE.interval()).isEmpty();
        Retention retention = new Retention(Period.WEEK, new Recalled(10, 8), new Recalled(30, 28));
        assertThat(retention.all()).isEqualTo(new Recalled(40, 36));
        assertThat(retention.all().share()).contains(0.9);
        assertThatIllegalArgumentException().isThrownBy(() -> new Recalled(1, 2));
    }

    @Test
    void calibrationSaysHowFarPredictionsLieFromWhatCame() {
        Calibration calibration = new Calibration(
                List.of(
                        new Calibration.Bin(24, new Recalled(100, 50), 0.61),
                        new Calibration.Bin(36, new Recalled(300, 270), 0.91)),
                0.4);
        assertThat(calibration.all()).isEqualTo(new Recalled(400, 320));
        assertThat(calibration.bias()).isCloseTo((61 + 273 - 320) / 400.0, within(1e-12));
        assertThat(calibration.error())
                .isCloseTo(Math.sqrt((100 * 0.11 * 0.11 + 300 * 0.01 * 0.01) / 400), within(1e-12));
        assertThat(calibration.bins().getFirst().from()).isEqualTo(0.6);
        assertThat(calibration.bins().getFirst().to()).isEqualTo(0.625);
        assertThat(new Calibration(List.of(), 0).bias()).isZero();
        assertThat(new Calibration(List.of(), 0).error()).isZero();
    }

    @Test
    void everyPredictionHasABin() {
        assertThat(Calibration.bin(0)).isZero();
        assertThat(Calibration.bin(0.0249)).isZero();
        assertThat(Calibration.bin(0.025)).isEqualTo(1);
        assertThat(Calibration.bin(1)).isEqualTo(39);
    }

    @Test
    void histogramsCountEveryValueOnce() {
        Histogram.Builder builder = new Histogram.Builder(0, 1, 3, 7);
        for (double value : List.of(-1.0, 0.5, 1.0, 2.9, 3.0, 7.0, 900.0)) {
            builder.add(value);
        }
        Histogram histogram = builder.build();
        assertThat(histogram.counts()).containsExactly(2, 2, 3);
        assertThat(histogram.total()).isEqualTo(7);
        assertThat(histogram.from(1)).isEqualTo(5);
        assertThat(histogram.median()).isCloseTo(1 + 2 * (1.5 / 2), within(1e-12));
        assertThat(new Histogram.Builder(0, 1).build().median()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> new Histogram.Builder(1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Histogram(List.of(1.0), List.of(1)));
    }
}
