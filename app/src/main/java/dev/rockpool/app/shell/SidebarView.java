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

/// The screens at the left edge, under the headings of their groups: icon, name, key; the last one, settings, at the
/// foot. Where there is little width the name stands under the icon and the key in a tooltip. Where there is too little
/// height for all, as on a projector, the headings are buttons and only the group of the screen in front is unfolded.
/// Nothing needs a pointer to be understood.
final class SidebarView {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final String NARROW = "rp-narrow";
    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");

    /// What all need unfolded, with the name beside the icon: the brand and the gutters, a screen, a heading.
    private static final Need WIDE = new Need(96, 38, 34);
    /// The same with the name beneath the icon.
    private static final Need STACKED = new Need(16, 50, 30);

    private static final int BRAND_SIZE = 32;
    private static final int NAME_GAP = 12;
    private static final int STACK_GAP = 4;
    /// Left and right, of `.rp-item`.
    private static final int PADDING = 22;

    private final Texts texts;
    private final Navigator navigator;
    private final VBox root = new VBox();
    private final List<Group> groups = new ArrayList<>();
    private final HBox brand;
    private final int screens;
    private final ObservableValue<Boolean> narrow;
    private Group unfolded;

    /// @param entries the screens, those of a group one after the other, settings last
    /// @param keys what opens each of them, in the same order
    SidebarView(
            Texts texts,
            Navigator navigator,
            List<ScreenEntry> entries,
            List<KeyCombination> keys,
            ObservableValue<Boolean> narrow) {
        this.texts = texts;
        this.navigator = navigator;
        this.narrow = narrow;
        this.screens = entries.size();
        root.getStyleClass().add("rp-sidebar");
        brand = brand();
        root.getChildren().add(brand);
        for (int index = 0; index < entries.size(); index++) {
            ScreenEntry entry = entries.get(index);
            boolean isFoot = index == entries.size() - 1;
            if (isFoot) {
                root.getChildren().add(spring());
            }
            if (isFoot || groups.isEmpty() || !groups.getLast().name().equals(entry.group())) {
                begin(entry.group());
            }
            Item item = item(entry.id(), entry.icon(), texts.get(entry.titleKey()), KeyLabel.text(keys.get(index)));
            groups.getLast().items().add(item);
            root.getChildren().add(item.button());
        }
        unfolded = groups.getFirst();
        navigator.current().subscribe(this::mark);
        narrow.subscribe(this::fold);
        root.setMinHeight(0);
        root.heightProperty().subscribe(_ -> unfold());
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

    private void begin(String name) {
        Button heading = new Button(name.isEmpty() ? "" : texts.get("sidebar.group." + name));
        heading.setId("sidebar-group-" + name);
        heading.getStyleClass().setAll("rp-group", "rp-small");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        heading.setMaxWidth(Double.MAX_VALUE);
        Group group = new Group(name, heading, new ArrayList<>());
        heading.setOnAction(
                _ -> navigator.open(Place.of(group.items().getFirst().id())));
        groups.add(group);
        if (!name.isEmpty()) {
            root.getChildren().add(heading);
        }
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
        return new Item(id, icon, title, keys, button, row);
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
        for (Group group : groups) {
            for (Item item : group.items()) {
                boolean isFront = item.id().equals(place.screen());
                item.button().pseudoClassStateChanged(CURRENT, isFront);
                if (isFront && !group.name().isEmpty()) { // from settings, say, the group stays as it was
                    unfolded = group;
                }
            }
        }
        unfold();
    }

    private void fold(boolean isNarrow) {
        root.getStyleClass().remove(NARROW);
        if (isNarrow) {
            root.getStyleClass().add(NARROW);
        }
        brand.setVisible(!isNarrow); // where there is little room it goes to the screens
        brand.setManaged(!isNarrow);
        for (Group group : groups) {
            for (Item item : group.items()) {
                Button button = item.button();
                button.setGraphic(isNarrow ? stack(item.icon(), item.title()) : item.row());
                button.setTooltip(isNarrow ? new Tooltip(item.title() + "  " + item.keys()) : null);
                if (!isNarrow) {
                    item.row().minWidthProperty().bind(button.widthProperty().subtract(PADDING));
                }
            }
        }
        unfold();
    }

    /// Shows all groups where they fit, otherwise the one of the screen in front and the headings of the others.
    private void unfold() {
        long headings = groups.stream().filter(group -> !group.name().isEmpty()).count();
        Need need = narrow.getValue() ? STACKED : WIDE;
        boolean isLow = headings > 1
                && root.getHeight() > 0
                && root.getHeight() < need.base() + need.screen() * screens + need.heading() * headings;
        root.pseudoClassStateChanged(LOW, isLow);
        for (Group group : groups) {
            boolean isButton = isLow && !group.name().isEmpty();
            boolean isOpen = !isButton || group.equals(unfolded);
            group.heading().setFocusTraversable(isButton);
            group.heading().setMouseTransparent(!isButton);
            group.heading().pseudoClassStateChanged(CURRENT, isOpen);
            for (Item item : group.items()) {
                item.button().setVisible(isOpen);
                item.button().setManaged(isOpen);
            }
        }
    }

    private record Need(double base, double screen, double heading) {}

    /// Screens under a heading; without a name under none.
    private record Group(String name, Button heading, List<Item> items) {}

    /// @param row what it shows in a wide window
    private record Item(String id, Ikon icon, String title, String keys, Button button, HBox row) {}
}
