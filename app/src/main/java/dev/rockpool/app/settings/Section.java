package dev.rockpool.app.settings;

import dev.rockpool.app.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A card of the settings screen: heading, then rows of name, explanation and control.
final class Section {
    private static final int GAP = 8;

    private final Texts texts;
    private final VBox root = new VBox();

    /// @param key the section's part of its texts' keys: `settings.<key>`
    Section(Texts texts, String key, Ikon icon) {
        this.texts = texts;
        Label heading = new Label(texts.get("settings." + key));
        heading.getStyleClass().add("rp-heading");
        HBox head = new HBox(GAP, new FontIcon(icon), heading);
        head.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("rp-card");
        root.getChildren().add(head);
    }

    Region root() {
        return root;
    }

    /// Adds a row whose texts are `settings.<key>` and `settings.<key>.why`.
    void row(String key, Node control) {
        String name = texts.get("settings." + key);
        Label title = new Label(name);
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setLabelFor(control);
        VBox words = new VBox(2, title);
        words.setAlignment(Pos.CENTER_LEFT);
        texts.find("settings." + key + ".why").ifPresent(why -> {
            Label reason = new Label(why);
            reason.setWrapText(true);
            reason.setMinHeight(Region.USE_PREF_SIZE);
            reason.getStyleClass().addAll("rp-small", "rp-muted");
            words.getChildren().add(reason);
        });
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words, control);
        row.getStyleClass().add("rp-setting");
        add(row);
    }

    /// Adds anything else.
    void add(Node node) {
        root.getChildren().add(node);
    }

    /// Keeps a control as wide as its content needs.
    static <R extends Region> R asWide(R control) {
        control.setMinWidth(Region.USE_PREF_SIZE);
        return control;
    }
}
