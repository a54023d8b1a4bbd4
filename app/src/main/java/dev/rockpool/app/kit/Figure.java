package dev.rockpool.app.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A number with its unit, and below it what it counts.
public final class Figure {
    private final VBox root = new VBox();

    /// @param value the number with its unit, such as `87 %`
    /// @param meaning what it counts, such as “recalled”
    public Figure(String value, String meaning) {
        Label number = new Label(value);
        number.getStyleClass().add("rp-figure-value");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Label words = new Label(meaning);
        words.getStyleClass().addAll("rp-small", "rp-muted");
        words.setWrapText(true);
        root.getChildren().setAll(number, words);
        root.getStyleClass().add("rp-figure");
        root.setAccessibleText(value + " " + meaning);
    }

    /// The figure.
    public Region root() {
        return root;
    }
}
