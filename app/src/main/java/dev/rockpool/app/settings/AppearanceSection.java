package dev.rockpool.app.settings;

import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import dev.rockpool.app.theme.Appearance;
import dev.rockpool.app.theme.ThemeChoice;
import java.text.NumberFormat;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Theme, zoom, projector.
final class AppearanceSection {
    private static final int GAP = 8;
    private static final int NUMBER_WIDTH = 64;

    private final Texts texts;
    private final Appearance appearance;
    private final Change change;
    private final Section section;

    AppearanceSection(Texts texts, Appearance appearance, Change change) {
        this.texts = texts;
        this.appearance = appearance;
        this.change = change;
        this.section = new Section(texts, "appearance", Feather.DROPLET);
        section.row("theme", themes());
        section.row("zoom", zoom());
        section.row("projector", projector());
    }

    Region root() {
        return section.root();
    }

    private HBox themes() {
        ToggleGroup group = new ToggleGroup();
        HBox buttons = new HBox(
                theme(ThemeChoice.SYSTEM, Feather.MONITOR, Styles.LEFT_PILL, group),
                theme(ThemeChoice.LIGHT, Feather.SUN, Styles.CENTER_PILL, group),
                theme(ThemeChoice.DARK, Feather.MOON, Styles.RIGHT_PILL, group));
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return Section.asWide(buttons);
    }

    private ToggleButton theme(ThemeChoice choice, Ikon icon, String place, ToggleGroup group) {
        String name = texts.get(choice == ThemeChoice.SYSTEM ? "settings.theme.system" : choice.textKey());
        ToggleButton button = new ToggleButton(name, new FontIcon(icon));
        button.setId("theme-" + choice.name());
        button.getStyleClass().add(place);
        button.setToggleGroup(group);
        appearance.choice().subscribe(chosen -> button.setSelected(chosen == choice));
        button.setOnAction(_ -> {
            button.setSelected(true); // the chosen one cannot be unchosen
            change.set(
                    appearance.choice().get(),
                    choice,
                    appearance.choice()::set,
                    texts.get("settings.theme"),
                    texts.get(choice.textKey()));
        });
        return button;
    }

    private HBox zoom() {
        NumberFormat percent = NumberFormat.getPercentInstance(texts.locale());
        Label now = new Label();
        now.getStyleClass().add("rp-content");
        now.setMinWidth(NUMBER_WIDTH);
        now.setAlignment(Pos.CENTER);
        appearance.zoom().subscribe(zoom -> now.setText(percent.format(zoom.intValue() / 100.0)));
        HBox row = new HBox(
                GAP,
                icon(Feather.MINUS, "command.zoom-out", "zoom-out", appearance::zoomOut, "Shortcut+Minus"),
                now,
                icon(Feather.PLUS, "command.zoom-in", "zoom-in", appearance::zoomIn, "Shortcut+Plus"),
                icon(Feather.ROTATE_CCW, "command.zoom-reset", "zoom-reset", appearance::zoomReset, "Shortcut+0"));
        row.setAlignment(Pos.CENTER_RIGHT);
        return Section.asWide(row);
    }

    private Button icon(Ikon icon, String textKey, String id, Runnable act, String keys) {
        String name = texts.get(textKey);
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add(Styles.BUTTON_ICON);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name + "  " + KeyLabel.text(KeyCombination.valueOf(keys))));
        button.setOnAction(_ -> act.run());
        return button;
    }

    private HBox projector() {
        ToggleSwitch projector = new ToggleSwitch();
        projector.setId("projector");
        projector.setAccessibleText(texts.get("settings.projector"));
        projector.selectedProperty().bindBidirectional(appearance.projector());
        HBox row = new HBox(GAP, KeyLabel.of(KeyCombination.valueOf("F11")), projector);
        row.setAlignment(Pos.CENTER_RIGHT);
        return Section.asWide(row);
    }
}
