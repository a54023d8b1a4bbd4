package dev.rockpool.quiz.task;

import dev.rockpool.content.LabSetting;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Parameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// Reads and writes what a control is set to.
final class ControlValues {
    /// The code of every fault of a task.
    static final String CODE = "lab-task";

    /// As many digits as a slider can be told apart by, and fewer than a double has: a number that went through a unit
    /// and back is the same.
    private static final MathContext DIGITS = new MathContext(12);

    private static final LabTexts TEXTS = LabTexts.beside(ControlValues.class);

    private ControlValues() {}

    /// A fault of a task, worded by `key`.
    static InputException fault(String key, Object... arguments) {
        return new InputException(CODE, TEXTS.get(key, arguments));
    }

    /// What `parameter` is set to in a scenario.
    static <S> String read(Parameter<S> parameter, S scenario) {
        return switch (parameter) {
            case Parameter.Slider<S> slider ->
                plain(slider.unit().shown(slider.get().applyAsDouble(scenario)));
            case Parameter.Choice<S> choice -> choice.get().apply(scenario);
        };
    }

    private static String plain(double shown) {
        return Double.isFinite(shown)
                ? new BigDecimal(shown).round(DIGITS).stripTrailingZeros().toPlainString()
                : String.valueOf(shown);
    }

    /// A scenario with that setting.
    ///
    /// @throws InputException if the value is none of the control, or out of its bounds
    static <S> S set(Parameter<S> parameter, S scenario, LabSetting setting) {
        return switch (parameter) {
            case Parameter.Slider<S> slider -> slide(slider, scenario, setting);
            case Parameter.Choice<S> choice -> choose(choice, scenario, setting);
        };
    }

    private static <S> S slide(Parameter.Slider<S> slider, S scenario, LabSetting setting) {
        Optional<BigDecimal> shown =
                setting.value().length() <= LabSetting.LONGEST ? Decimals.parse(setting.value()) : Optional.empty();
        if (shown.isEmpty()) {
            throw fault("value.number", setting.control(), Quote.of(setting.value()));
        }
        double value = slider.unit().stored(shown.get().doubleValue());
        double slack = slider.step() / 1_000;
        if (value < slider.low() - slack || value > slider.high() + slack) {
            throw fault(
                    "value.bounds",
                    setting.control(),
                    Quote.of(setting.value()),
                    slider.unit().number(slider.low()),
                    slider.unit().format(slider.high()));
        }
        return slider.with().apply(scenario, Math.clamp(value, slider.low(), slider.high()));
    }

    private static <S> S choose(Parameter.Choice<S> choice, S scenario, LabSetting setting) {
        if (choice.options().stream().noneMatch(option -> option.id().equals(setting.value()))) {
            throw fault(
                    "value.option",
                    setting.control(),
                    Quote.of(setting.value()),
                    String.join(
                            ", ",
                            choice.options().stream().map(Parameter.Option::id).toList()));
        }
        return choice.with().apply(scenario, setting.value());
    }
}
