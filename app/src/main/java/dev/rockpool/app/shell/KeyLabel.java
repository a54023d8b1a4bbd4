package dev.rockpool.app.shell;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;

/// A key combination as it is printed on the keyboard: `Ctrl+K`, `⌘K`.
public final class KeyLabel {
    /// The style class of a key, which the pseudo-locale test leaves alone.
    public static final String STYLE = "rp-key";

    private KeyLabel() {}

    /// A small key cap.
    public static Label of(KeyCombination keys) {
        return of(text(keys));
    }

    /// A small key cap with this text.
    public static Label of(String keys) {
        Label label = new Label(keys);
        label.getStyleClass().add(STYLE);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// The combination as text.
    public static String text(KeyCombination keys) {
        return keys.getDisplayText();
    }
}
