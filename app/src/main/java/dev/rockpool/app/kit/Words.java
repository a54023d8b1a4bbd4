package dev.rockpool.app.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Labels of the three sizes that screens use; all wrap unless said otherwise.
public final class Words {
    private Words() {}

    /// A sentence in the usual size.
    public static Label plain(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A sentence in the small size.
    public static Label small(String words) {
        Label label = plain(words);
        label.getStyleClass().add("rp-small");
        return label;
    }

    /// A small sentence of less weight.
    public static Label muted(String words) {
        Label label = small(words);
        label.getStyleClass().add("rp-muted");
        return label;
    }

    /// The name of a card or a section.
    public static Label heading(String words) {
        Label label = plain(words);
        label.getStyleClass().add("rp-heading");
        return label;
    }

    /// A few words on one line, which keep their width.
    public static Label line(String words) {
        Label label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
