package dev.rockpool.simulators;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// One thing that a learner sets, so that the lab frame draws every lab's panel without knowing the lab.
///
/// @param <S> the scenario
public sealed interface Parameter<S> {
    /// The field of the scenario file that it sets, such as `recordBytes` or `keys.exponent`.
    String id();

    /// For people.
    String label();

    /// What it does, one sentence.
    String help();

    /// Whether it means something in `scenario`; otherwise it is not shown.
    boolean applies(S scenario);

    /// What it is set to, as people read it: `10 shards`, `On-demand`.
    default String shown(S scenario) {
        return switch (this) {
            case Slider<S> slider -> slider.unit().format(slider.get().applyAsDouble(scenario));
            case Choice<S> choice -> {
                String chosen = choice.get().apply(scenario);
                yield choice.options().stream()
                        .filter(option -> option.id().equals(chosen))
                        .map(Option::label)
                        .findFirst()
                        .orElse(chosen);
            }
        };
    }

    /// A number on a scale, which can also be typed.
    ///
    /// @param unit of `low`, `high`, `step` and the value, as stored
    /// @param low the least
    /// @param high the most
    /// @param step what an arrow key adds; values are rounded to it
    /// @param get its value in a scenario
    /// @param with a scenario with another value
    record Slider<S>(
            String id,
            String label,
            String help,
            Unit unit,
            double low,
            double high,
            Scale scale,
            double step,
            ToDoubleFunction<S> get,
            BiFunction<S, Double, S> with,
            Predicate<S> appliesTo)
            implements Parameter<S> {
        /// How much of the slider is nothing, where its scale is logarithmic from zero.
        private static final double ZERO = 0.03;

        public Slider {
            if (!(low < high) || !(step > 0) || (scale == Scale.LOGARITHMIC && !(low > 0))) {
                throw new IllegalArgumentException(
                        "Slider " + id + " from " + low + " to " + high + " by " + step + " cannot be drawn");
            }
        }

        @Override
        public boolean applies(S scenario) {
            return appliesTo.test(scenario);
        }

        /// Where `value` lies on the slider, 0 to 1.
        public double position(double value) {
            double bounded = Math.clamp(value, low, high);
            return switch (scale) {
                case LINEAR -> (bounded - low) / (high - low);
                case LOGARITHMIC -> Math.log(bounded / low) / Math.log(high / low);
                case LOGARITHMIC_FROM_ZERO ->
                    bounded < step ? 0 : ZERO + (1 - ZERO) * Math.log(bounded / step) / Math.log(high / step);
            };
        }

        /// The value at a place of the slider, rounded to a step.
        ///
        /// @param position 0 to 1
        public double at(double position) {
            double place = Math.clamp(position, 0, 1);
            double raw = switch (scale) {
                case LINEAR -> low + place * (high - low);
                case LOGARITHMIC -> low * Math.pow(high / low, place);
                case LOGARITHMIC_FROM_ZERO ->
                    place < ZERO / 2 ? 0 : step * Math.pow(high / step, Math.max(0, place - ZERO) / (1 - ZERO));
            };
            return Math.clamp(Math.round(raw / step) * step, low, high);
        }
    }

    /// One of a few.
    ///
    /// @param options at least two
    /// @param get the id of the chosen one
    /// @param with a scenario with another one
    record Choice<S>(
            String id,
            String label,
            String help,
            List<Option> options,
            Function<S, String> get,
            BiFunction<S, String, S> with,
            Predicate<S> appliesTo)
            implements Parameter<S> {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public boolean applies(S scenario) {
            return appliesTo.test(scenario);
        }
    }

    /// What a [Choice] offers.
    ///
    /// @param id as the scenario file has it
    /// @param label for people
    record Option(String id, String label) {}

    /// How a slider runs.
    enum Scale {
        LINEAR,
        LOGARITHMIC,
        /// Nothing at the left end, from there logarithmic from one step to the most.
        LOGARITHMIC_FROM_ZERO
    }
}
