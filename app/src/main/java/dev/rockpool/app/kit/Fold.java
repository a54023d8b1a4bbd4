package dev.rockpool.app.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A row that opens what stands under it.
public final class Fold {
    private final VBox root = new VBox();
    private final VBox body = new VBox();
    private final BooleanProperty open = new SimpleBooleanProperty();

    /// @param name what opens, for people and screen readers
    /// @param head what the row shows, the last child takes the room that is left
    public Fold(String name, List<? extends Node> head) {
        FontIcon chevron = new FontIcon(Feather.CHEVRON_RIGHT);
        chevron.getStyleClass().add("rp-fold-chevron");
        RowButton row = new RowButton(name, () -> open.set(!open.get()), chevron);
        row.getStyleClass().add("rp-fold-head");
        row.getChildren().addAll(head);
        body.getStyleClass().add("rp-fold-body");
        root.getStyleClass().add("rp-fold");
        root.getChildren().setAll(row, body);
        open.subscribe(now -> {
            chevron.setIconCode(now ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            body.setVisible(now);
            body.setManaged(now);
        });
    }

    /// A section with a heading.
    ///
    /// @param beside what the row shows besides, such as a sum
    public static Fold section(String name, Node... beside) {
        Label heading = Words.heading(name);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        List<Node> head = new ArrayList<>(List.of(heading));
        head.addAll(List.of(beside));
        Fold fold = new Fold(name, head);
        fold.root.getStyleClass().addAll("rp-card", "rp-section");
        return fold;
    }

    /// The row and what it opens.
    public Region root() {
        return root;
    }

    /// Whether it is open.
    public BooleanProperty open() {
        return open;
    }

    /// Puts something under the row.
    public void setContent(List<? extends Node> content) {
        body.getChildren().setAll(content);
    }

    /// Puts something under the row.
    public void setContent(Node... content) {
        body.getChildren().setAll(content);
    }
}
