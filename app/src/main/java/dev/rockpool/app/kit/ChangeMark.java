package dev.rockpool.app.kit;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Stands beside a value that was changed, and takes the change back.
final class ChangeMark {
    private final Texts texts;
    private final Button button = new Button(null, new FontIcon(Feather.CORNER_UP_LEFT));
    private final Tooltip tooltip = new Tooltip();

    ChangeMark(Texts texts, Runnable back) {
        this.texts = texts;
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "rp-change-mark");
        button.setTooltip(tooltip);
        button.setOnAction(_ -> back.run());
        show(false, "");
    }

    Region root() {
        return button;
    }

    /// @param baseline what the value was
    void show(boolean changed, String baseline) {
        String words = texts.get("parameter.back", baseline);
        button.setVisible(changed);
        button.setManaged(changed);
        button.setAccessibleText(words);
        tooltip.setText(words);
    }
}
