package dev.rockpool.app.kit;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;

/// A row that acts as a button: unlike a button's label, its text wraps to the width of the row.
public final class RowButton extends HBox {
    private final Runnable action;

    /// @param accessibleText what the row says, in words
    public RowButton(String accessibleText, Runnable action, Node... children) {
        super(children);
        this.action = action;
        getStyleClass().addAll("rp-row-button", "rp-focusable");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(accessibleText);
        setOnMouseClicked(_ -> act());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
                act();
                event.consume();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
        if (wanted == AccessibleAction.FIRE) {
            act();
        } else {
            super.executeAccessibleAction(wanted, parameters);
        }
    }

    private void act() {
        if (!isDisabled()) {
            action.run();
        }
    }
}
