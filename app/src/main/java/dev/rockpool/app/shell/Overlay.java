package dev.rockpool.app.shell;

import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// One sheet over a dimmed window: the palette or the shortcuts. Esc or a click beside it closes it and gives the focus
/// back.
final class Overlay {
    private static final Insets MARGIN = new Insets(64, 24, 24, 24);

    private final StackPane root = new StackPane();
    private @Nullable Node focusBefore;

    Overlay() {
        root.getStyleClass().add("rp-scrim");
        root.setVisible(false);
        root.setAlignment(Pos.TOP_CENTER);
        root.setPadding(MARGIN);
        root.setOnMousePressed(event -> {
            if (root.equals(event.getTarget())) {
                close();
            }
        });
        EventHandler<KeyEvent> escape = event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        };
        root.addEventFilter(KeyEvent.KEY_PRESSED, escape);
    }

    Region root() {
        return root;
    }

    boolean isOpen() {
        return root.isVisible();
    }

    /// Shows the sheet, and puts the focus on `first`.
    void open(Region sheet, Node first) {
        if (!isOpen() && root.getScene() != null) {
            focusBefore = root.getScene().getFocusOwner();
        }
        root.getChildren().setAll(sheet);
        root.setVisible(true);
        first.requestFocus();
    }

    void close() {
        root.setVisible(false);
        root.getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
            focusBefore = null;
        }
    }
}
