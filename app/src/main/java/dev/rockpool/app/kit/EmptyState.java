package dev.rockpool.app.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a screen shows when it has nothing to show: what is so, why, and the next step.
public final class EmptyState {
    private final StackPane root = new StackPane();

    /// @param actions the next steps, the primary one first
    public EmptyState(Ikon icon, String title, String why, List<Button> actions) {
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("rp-empty-icon");
        Label heading = new Label(title);
        heading.getStyleClass().add("rp-title");
        heading.setWrapText(true);
        Label reason = new Label(why);
        reason.getStyleClass().add("rp-lead");
        reason.setWrapText(true);
        FlowPane steps = new FlowPane();
        steps.getStyleClass().add("rp-actions");
        steps.getChildren().setAll(actions);
        VBox column = new VBox(picture, heading, reason, steps);
        column.getStyleClass().add("rp-empty");
        root.getChildren().setAll((Node) column);
    }

    /// The whole of it, centred in the room it is given.
    public Region root() {
        return root;
    }
}
