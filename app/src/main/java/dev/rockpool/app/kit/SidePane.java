package dev.rockpool.app.kit;

import dev.rockpool.app.shell.KeyLabel;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The columns beside a stage, and what brings one of them to the front where only one has room.
public final class SidePane {
    private SidePane() {}

    /// A column that scrolls down only.
    public static ScrollPane of(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("rp-clear", "rp-lab-side");
        return scroll;
    }

    /// Gives a column a share of the width, on whole pixels.
    ///
    /// @param least the least that it gets, and `most` the most
    public static void size(ScrollPane side, double width, double share, double least, double most) {
        double wide = Math.floor(Math.clamp(width * share, least, most));
        side.setPrefWidth(wide);
        side.setMinWidth(wide);
    }

    /// A tab with its digit.
    ///
    /// @param name for screen readers
    /// @param pill the style of its place in the row: left, center or right
    public static ToggleButton tab(Ikon icon, String digit, String name, ToggleGroup group, String pill) {
        ToggleButton tab = new ToggleButton();
        HBox pair = new HBox(new FontIcon(icon), KeyLabel.of(digit));
        pair.getStyleClass().add("rp-key-pair");
        tab.setGraphic(pair);
        tab.setAccessibleText(name);
        tab.setToggleGroup(group);
        tab.getStyleClass().add(pill);
        return tab;
    }
}
