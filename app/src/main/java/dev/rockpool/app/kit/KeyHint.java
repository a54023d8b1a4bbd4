package dev.rockpool.app.kit;

import dev.rockpool.app.shell.KeyLabel;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Words with the key that does the same, drawn where it acts.
public final class KeyHint {
    private KeyHint() {}

    /// Words with the key behind them, as the graphic of a button.
    public static Node beside(String words, KeyCombination key) {
        Label label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox pair = new HBox(label, KeyLabel.of(key));
        pair.getStyleClass().add("rp-key-pair");
        return pair;
    }
}
