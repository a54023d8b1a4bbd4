package dev.rockpool.app.presenter;

import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;

/// Buttons of the presenter’s desk, each with the key that does the same.
final class DeskButtons {
    private DeskButtons() {}

    /// A button that acts.
    static Button act(Texts texts, String textKey, String keys, Runnable action) {
        Button button = new Button();
        name(button, texts.get(textKey), keys);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setFocusTraversable(true);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// A button that stays pressed; what it shows follows from elsewhere.
    static ToggleButton toggle(Texts texts, String textKey, String keys, Runnable action) {
        ToggleButton button = new ToggleButton();
        String words = texts.get(textKey);
        button.setGraphic(KeyHint.beside(words, KeyCombination.valueOf(keys)));
        button.setAccessibleText(words);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Gives a button other words.
    static void name(Button button, String words, String keys) {
        button.setGraphic(KeyHint.beside(words, KeyCombination.valueOf(keys)));
        button.setAccessibleText(words);
    }
}
