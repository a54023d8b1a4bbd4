package dev.rockpool.app.kit;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Parameter;
import javafx.scene.layout.Region;

/// One parameter in a panel.
public sealed interface ParameterRow<S> permits SliderRow, ChoiceRow {
    /// The row that sets `parameter`.
    static <S> ParameterRow<S> of(Parameter<S> parameter, ParameterEdits<S> edits, Texts texts) {
        return switch (parameter) {
            case Parameter.Slider<S> slider -> new SliderRow<>(edits, slider, texts);
            case Parameter.Choice<S> choice -> new ChoiceRow<>(edits, choice, texts);
        };
    }

    Region root();

    /// Follows the scenario.
    ///
    /// @param baseline what a change is taken back to
    void show(S now, S baseline);
}
