package dev.rockpool.app.activity;

import dev.rockpool.app.kit.KeyHint;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// Buttons of activities, each with the key that does the same.
final class ActivityButtons {
    private ActivityButtons() {}

    static Button of(String words, String key, Runnable action, String... styles) {
        Button button = new Button();
        button.setGraphic(KeyHint.beside(words, ActivityKeys.of(key)));
        button.setAccessibleText(words);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
