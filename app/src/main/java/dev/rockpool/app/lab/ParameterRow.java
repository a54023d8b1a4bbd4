package dev.rockpool.app.lab;

import javafx.scene.layout.Region;

/// One parameter in the panel.
sealed interface ParameterRow<S> permits SliderRow, ChoiceRow {
    Region root();

    /// Follows the configuration.
    void show(Configuration<S> now);
}
