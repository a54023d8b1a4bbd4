package dev.rockpool.app.shell;

import dev.rockpool.app.text.Texts;
import dev.rockpool.app.theme.Assets;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The screens at the left edge: icon, name, key; the last one, settings, at the foot. Where there is little room the
/// name stands under the icon and the key in a tooltip; nothing needs a pointer to be understood.
final class SidebarView {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final String NARROW = "rp-narrow";

    /// Where the icons with their names beneath would not all fit, as on a projector, they move together.
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    private static final double ROOM = 104;
    private static final double ROOM_A_SCREEN = 60;
    private static final int BRAND_SIZE = 32;
    private static final int NAME_GAP = 12;
    private static final int STACK_GAP = 4;
    /// Left and right, of `.rp-item`.
    private static final int PADDING = 22;

    private final Texts texts;
    private final Navigator navigator;
    private final VBox root = new VBox();
    private final List<Item> items = new ArrayList<>();
    private final HBox brand;

    /// @param entries the screens, settings last
    /// @param keys what opens each of them, in the same order
    SidebarView(
            Texts texts,
            Navigator navigator,
            List<ScreenEntry> entries,
            List<KeyCombination> keys,
            ObservableValue<Boolean> narrow) {
        this.texts = texts;
        this.navigator = navigator;
        root.getStyleClass().add("rp-sidebar");
        brand = brand();
        root.getChildren().add(brand);
        for (int index = 0; index < entries.size(); index++) {
            if (index == entries.size() - 1) {
                root.getChildren().add(spring());
            }
            ScreenEntry entry = entries.get(index);
            Item item = item(entry.id(), entry.icon(), texts.get(entry.titleKey()), KeyLabel.text(keys.get(index)));
            items.add(item);
            root.getChildren().add(item.button());
        }
        navigator.current().subscribe(this::mark);
        narrow.subscribe(this::fold);
        root.setMinHeight(0);
        root.heightProperty()
                .subscribe(height -> root.pseudoClassStateChanged(
                        LOW, height.doubleValue() < ROOM + ROOM_A_SCREEN * entries.size()));
    }

    Region root() {
        return root;
    }

    private HBox brand() {
        ImageView icon = new ImageView(Assets.icon(2 * BRAND_SIZE));
        icon.setFitWidth(BRAND_SIZE);
        icon.setFitHeight(BRAND_SIZE);
        icon.setSmooth(true);
        HBox brand = new HBox(icon, new Label(texts.get("app.name")));
        brand.getStyleClass().add("rp-brand");
        return brand;
    }

    private Item item(String id, Ikon icon, String title, String keys) {
        Label itemName = new Label(title);
        itemName.getStyleClass().add("rp-item-name");
        itemName.setMinWidth(Region.USE_PREF_SIZE);
        Region spring = new Region();
        spring.setMinWidth(NAME_GAP);
        HBox.setHgrow(spring, Priority.ALWAYS);
        Label itemKeys = new Label(keys);
        itemKeys.getStyleClass().addAll("rp-item-key", "rp-content");
        itemKeys.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(NAME_GAP, new FontIcon(icon), itemName, spring, itemKeys);
        row.setAlignment(Pos.CENTER_LEFT);

        Button button = new Button();
        button.setId("sidebar-" + id);
        button.getStyleClass().setAll("rp-item");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(texts.get("sidebar.open", title, keys));
        button.setOnAction(_ -> navigator.open(Place.of(id)));
        return new Item(id, button, row, stack(icon, title), new Tooltip(title + "  " + keys));
    }

    private static VBox stack(Ikon icon, String title) {
        Label name = new Label(title);
        name.getStyleClass().addAll("rp-item-name", "rp-small");
        name.setMinWidth(Region.USE_PREF_SIZE);
        VBox stack = new VBox(STACK_GAP, new FontIcon(icon), name);
        stack.setAlignment(Pos.CENTER);
        return stack;
    }

    private static Region spring() {
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private void mark(Place place) {
        for (Item item : items) {
            item.button().pseudoClassStateChanged(CURRENT, item.id().equals(place.screen()));
        }
    }

    private void fold(boolean narrow) {
        root.getStyleClass().remove(NARROW);
        if (narrow) {
            root.getStyleClass().add(NARROW);
        }
        brand.setVisible(!narrow); // where there is little room it goes to the screens
        brand.setManaged(!narrow);
        for (Item item : items) {
            Button button = item.button();
            button.setGraphic(narrow ? item.stack() : item.row());
            button.setTooltip(narrow ? item.tooltip() : null);
            if (!narrow) {
                item.row().minWidthProperty().bind(button.widthProperty().subtract(PADDING));
            }
        }
    }

    private record Item(String id, Button button, HBox row, VBox stack, Tooltip tooltip) {}
}
