package dev.rockpool.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.trials.Trials;
import org.junit.jupiter.api.Test;

final class ParameterTest {
    @Test
    void aLogarithmicSliderGivesEachDecadeTheSameRoom() {
        Parameter.Slider<Double> slider = slider(1, 1_000, Parameter.Scale.LOGARITHMIC, 1);
        assertThat(slider.at(0)).isEqualTo(1);
        assertThat(slider.at(1.0 / 3)).isEqualTo(10);
        assertThat(slider.at(2.0 / 3)).isEqualTo(100);
        assertThat(slider.at(1)).isEqualTo(1_000);
        assertThat(slider.position(100)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(slider.position(99_999)).isEqualTo(1);
    }

    @Test
    void aLinearSliderRoundsToItsStep() {
        Parameter.Slider<Double> slider = slider(0, 2, Parameter.Scale.LINEAR, 0.5);
        assertThat(slider.at(0.3)).isEqualTo(0.5);
        assertThat(slider.at(-1)).isZero();
        assertThat(slider.position(1)).isEqualTo(0.5);
        assertThat(slider.applies(3.0)).isTrue();
        assertThat(slider.applies(-3.0)).isFalse();
    }

    @Test
    void everyPlaceIsAValueWithinBounds() {
        Trials.run(200, random -> {
            double low = random.nextDouble(0.1, 10);
            double high = low + random.nextDouble(1, 1_000);
            Parameter.Scale scale = random.nextBoolean() ? Parameter.Scale.LINEAR : Parameter.Scale.LOGARITHMIC;
            Parameter.Slider<Double> slider = slider(low, high, scale, random.nextDouble(0.01, 0.5));
            double value = slider.at(random.nextDouble());
            assertThat(value).isBetween(low, high);
            assertThat(slider.at(slider.position(value))).isCloseTo(value, within(1e-6 + slider.step()));
        });
    }

    @Test
    void whatCannotBeDrawnIsRefused() {
        assertThatThrownBy(() -> slider(2, 1, Parameter.Scale.LINEAR, 1)).hasMessageContaining("cannot be drawn");
        assertThatThrownBy(() -> slider(0, 1, Parameter.Scale.LOGARITHMIC, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Prediction("?", "figure", Unit.SHARE, 1, 0, 0.1))
                .hasMessageContaining("figure");
        assertThatThrownBy(() -> new Expected("figure", Unit.SHARE, 1, -1)).hasMessageContaining("below 0");
        assertThatThrownBy(() -> new Figure.Interval(2, 1)).hasMessageContaining("above its end");
        assertThat(new Figure.Interval(1, 2).contains(1.5)).isTrue();
        assertThat(new Figure.Interval(1, 2).contains(2.5)).isFalse();
    }

    private static Parameter.Slider<Double> slider(double low, double high, Parameter.Scale scale, double step) {
        return new Parameter.Slider<>(
                "id", "Label", "Help.", Unit.PLAIN, low, high, scale, step, x -> x, (_, x) -> x, x -> x >= 0);
    }
}
