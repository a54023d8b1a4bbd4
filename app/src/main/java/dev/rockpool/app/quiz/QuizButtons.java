package dev.rockpool.app.quiz;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.KeyHint;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;

/// Buttons of the quiz screen, each with the key that does the same.
final class QuizButtons {
    private QuizButtons() {}

    /// The one act that goes on.
    static Button primary(String words, KeyCombination key, Runnable action) {
        return dress(words, key, action, Styles.ACCENT, "rp-primary");
    }

    /// Another act beside it.
    static Button secondary(String words, KeyCombination key, Runnable action) {
        return dress(words, key, action, "rp-secondary", "rp-quiz-secondary");
    }

    /// An act that is seldom wanted.
    static Button quiet(String words, KeyCombination key, Runnable action) {
        return dress(words, key, action, Styles.FLAT, "rp-quiet");
    }

    private static Button dress(String words, KeyCombination key, Runnable action, String... styles) {
        Button button = new Button();
        button.setGraphic(KeyHint.beside(words, key));
        button.setAccessibleText(words);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
