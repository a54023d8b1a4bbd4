package dev.rockpool.app.kit;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a screen shows when it has nothing to show: what is so, why, and the next step.
public final class EmptyState {
    private static final double OPENING_GAP = 16;

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

    /// What cannot be shown, with the one step that may help.
    ///
    /// @param why the sentence of the fault, which no text of the interface has
    /// @param retry tries again
    public static Region refused(String title, String why, String retryWords, Runnable retry) {
        Button again = new Button(retryWords);
        again.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        again.setOnAction(_ -> retry.run());
        Region refused = new EmptyState(Feather.ALERT_TRIANGLE, title, why, List.of(again)).root();
        refused.lookupAll(".rp-lead").forEach(node -> node.getStyleClass().add("rp-content"));
        return refused;
    }

    /// What is not there yet.
    public static Region opening(String words) {
        VBox opening = new VBox(OPENING_GAP, new ProgressIndicator(), Words.plain(words));
        opening.setAlignment(Pos.CENTER);
        return opening;
    }

    /// The whole of it, centred in the room it is given.
    public Region root() {
        return root;
    }
}
