package dev.rockpool.app.shell;

import dev.rockpool.app.palette.PaletteItem;
import dev.rockpool.app.palette.PaletteKind;
import dev.rockpool.app.palette.PaletteSource;
import dev.rockpool.app.palette.PaletteView;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.app.theme.Appearance;
import dev.rockpool.app.theme.PoolPicture;
import dev.rockpool.app.theme.ScaledPane;
import dev.rockpool.app.theme.ThemeChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The window's content: sidebar, header, fault bar, the screen in front, and what may lie over it.
///
/// It can be painted before there is any data: screens are built once [#ready] was called, each at its first visit.
public final class Shell {
    /// Below this width, in natural size, only the sidebar's icons are shown.
    public static final double NARROW_BELOW = 1000;

    private static final int DIGITS = 9;

    private static final Insets NOTICE_MARGIN = new Insets(0, 24, 24, 24);

    private final Texts texts;
    private final Appearance appearance;
    private final TaskRunner tasks;
    private final Faults faults;
    private final List<ScreenEntry> entries;
    private final Navigation navigation;
    private final NoticeBoard notices = new NoticeBoard();
    private final Overlay overlay = new Overlay();
    private final BorderPane frame = new BorderPane();
    private final StackPane content = new StackPane();
    private final ScaledPane root;
    private final HeaderView header;
    /// Held here, because what a binding depends on holds it only weakly: without this, whether the sidebar folds
    /// would hang on the garbage collector.
    private final ObservableValue<Boolean> narrow;
    private final Map<String, Screen> screens = new HashMap<>();
    /// What each screen opened last. Back to it, it stands as it was left: a card turned, a question asked, a run run.
    private final Map<String, String> opened = new HashMap<>();
    private final List<PaletteSource> sources = new ArrayList<>();
    private final Command palette;
    private final Command sheet;
    private final Command undo;
    private final List<Command> commands;
    private @Nullable AppContext context;
    private @Nullable Screen front;

    /// @param faults where `tasks` tells its failures
    /// @param entries the screens in the order of the sidebar, settings last
    /// @param start where the user was last
    /// @param ofTheWindow commands of the window around it: quit
    public Shell(
            Texts texts,
            Appearance appearance,
            TaskRunner tasks,
            Faults faults,
            List<ScreenEntry> entries,
            Place start,
            List<Command> ofTheWindow) {
        this.texts = texts;
        this.appearance = appearance;
        this.tasks = tasks;
        this.faults = faults;
        this.entries = List.copyOf(entries);
        this.navigation = new Navigation(entries.stream().map(ScreenEntry::id).toList());
        navigation.open(start);

        palette = Command.of("app.palette", "command.palette", this::openPalette, "Shortcut+K");
        sheet = Command.of("app.shortcuts", "command.shortcuts", this::openSheet, "F1");
        undo = Command.of("app.undo", "command.undo", notices::undo, "Shortcut+Z")
                .when(notices::canUndo);
        commands = commands(ofTheWindow);

        StackPane layers = new StackPane(frame);
        narrow = Bindings.createBooleanBinding(
                () -> appearance.projector().get() || (layers.getWidth() > 0 && layers.getWidth() < NARROW_BELOW),
                layers.widthProperty(),
                appearance.projector());
        List<KeyCombination> screenKeys = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            screenKeys.add(KeyCombination.valueOf(keysOf(index)));
        }
        header = new HeaderView(texts, tasks, palette, narrow);
        NoticeView notice = new NoticeView(texts, notices, undo);
        StackPane.setAlignment(notice.root(), Pos.BOTTOM_CENTER);
        StackPane.setMargin(notice.root(), NOTICE_MARGIN);
        layers.getChildren().addAll(notice.root(), overlay.root());

        FaultBar faultBar = new FaultBar(texts, faults);
        BorderPane main = new BorderPane(content, new VBox(header.root(), faultBar.root()), null, null, null);
        frame.setLeft(new SidebarView(texts, navigation, entries, screenKeys, narrow).root());
        frame.setCenter(main);
        root = new ScaledPane(layers, appearance.scale());
        navigation.current().subscribe(this::arrive);
        showOpening();
    }

    /// The content of a window's scene.
    public Region root() {
        return root;
    }

    public Navigator navigator() {
        return navigation;
    }

    public ErrorSurface errors() {
        return faults;
    }

    public Notices notices() {
        return notices;
    }

    /// Listens to the scene's keys.
    public void attach(Scene scene) {
        new Keyboard(
                        () -> overlay.isOpen() ? List.of(palette, sheet) : commands,
                        () -> front == null ? List.of() : front.commands(),
                        sheet,
                        overlay::isOpen)
                .attach(scene);
    }

    /// Shows the screens, now that their data is open.
    ///
    /// @param found what the palette finds besides screens and commands
    public void ready(AppContext opened, List<PaletteSource> found) {
        context = opened;
        sources.clear();
        sources.addAll(found);
        bring(navigation.current().get());
    }

    /// Tells the screen in front that the decks or the settings have changed.
    public void changed() {
        if (front != null) {
            front.changed();
        }
    }

    /// Says that the data could not be opened, and offers to try again. Why stands in the fault bar.
    public void failed(Runnable again) {
        Button retry = new Button(texts.get("opening.retry"));
        retry.setId("opening-retry");
        retry.setDefaultButton(true);
        retry.setOnAction(_ -> {
            showOpening();
            again.run();
        });
        content.getChildren().setAll(empty(texts.get("opening.failed"), texts.get("opening.failed.why"), retry));
        header.show(texts.get("app.name"), new ReadOnlyStringWrapper(""));
        retry.requestFocus();
    }

    private void showOpening() {
        ProgressBar progress = new ProgressBar();
        progress.setAccessibleText(texts.get("opening"));
        content.getChildren().setAll(empty(texts.get("opening"), texts.get("opening.why"), progress));
        header.show(titleOf(navigation.current().get()), new ReadOnlyStringWrapper(""));
    }

    private static VBox empty(String what, String why, Region next) {
        Label title = new Label(what);
        title.getStyleClass().add("rp-heading");
        Label reason = new Label(why);
        reason.setWrapText(true);
        reason.getStyleClass().add("rp-muted");
        VBox empty = new VBox(PoolPicture.draw(), title, reason, next);
        empty.getStyleClass().add("rp-empty");
        return empty;
    }

    private void arrive(Place now) {
        if (context != null) {
            bring(now);
        } else {
            header.show(titleOf(now), new ReadOnlyStringWrapper(""));
        }
    }

    private void bring(Place place) {
        AppContext built = context;
        if (built == null) {
            return;
        }
        Optional<ScreenEntry> entry = entries.stream()
                .filter(each -> each.id().equals(place.screen()))
                .findFirst();
        if (entry.isEmpty()) {
            return;
        }
        Screen screen =
                screens.computeIfAbsent(place.screen(), _ -> entry.get().build().apply(built));
        if (!screen.equals(front)) {
            if (front != null) {
                front.hidden();
            }
            front = screen;
            content.getChildren().setAll(screen.root());
            header.show(titleOf(place), screen.where());
            screen.shown();
        }
        if (place.item().isEmpty()) {
            return;
        }
        String last = opened.put(place.screen(), place.item());
        if (!navigation.isReturning() || !place.item().equals(last)) {
            screen.open(place.item());
        }
    }

    /// The window goes: the screen at the front comes to rest, so that nothing of it runs on.
    public void leave() {
        if (front != null) {
            front.hidden();
            front = null;
        }
    }

    private String titleOf(Place place) {
        return texts.get("screen." + place.screen());
    }

    private void openPalette() {
        if (context == null) {
            return;
        }
        List<PaletteSource> all = new ArrayList<>();
        List<PaletteItem> own = itemsOfShell();
        all.add(() -> own);
        all.addAll(sources);
        PaletteView view = new PaletteView(texts, tasks, all, overlay::close);
        overlay.open(view.root(), view.first());
    }

    private List<PaletteItem> itemsOfShell() {
        List<PaletteItem> items = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            ScreenEntry entry = entries.get(index);
            items.add(new PaletteItem(
                    PaletteKind.SCREEN,
                    texts.get(entry.titleKey()),
                    KeyLabel.text(KeyCombination.valueOf(keysOf(index))),
                    () -> navigation.open(Place.of(entry.id()))));
        }
        List<Command> all = new ArrayList<>(front == null ? List.of() : front.commands());
        all.addAll(commands);
        for (Command command : all) {
            if (command.when().getAsBoolean() && !command.id().startsWith("screen.") && !command.equals(palette)) {
                items.add(new PaletteItem(
                        PaletteKind.COMMAND,
                        texts.get(command.textKey()),
                        command.keys().isEmpty()
                                ? ""
                                : KeyLabel.text(command.keys().getFirst()),
                        command.action()));
            }
        }
        return items;
    }

    private void openSheet() {
        ShortcutsSheet view = new ShortcutsSheet(
                texts,
                titleOf(navigation.current().get()),
                front == null ? List.of() : front.commands(),
                commands,
                overlay::close);
        overlay.open(view.root(), view.closeButton());
    }

    private List<Command> commands(List<Command> ofTheWindow) {
        List<Command> all = new ArrayList<>(List.of(palette, sheet, undo));
        for (int index = 0; index < entries.size(); index++) {
            ScreenEntry entry = entries.get(index);
            all.add(Command.of(
                    "screen." + entry.id(),
                    entry.titleKey(),
                    () -> navigation.open(Place.of(entry.id())),
                    keysOf(index)));
        }
        all.add(Command.of("app.back", "command.back", navigation::back, "Alt+Left")
                .when(navigation::canGoBack));
        all.add(Command.of("app.projector", "command.projector", this::toggleProjector, "F11"));
        all.add(Command.of(
                "app.zoom-in",
                "command.zoom-in",
                appearance::zoomIn,
                "Shortcut+Plus",
                "Shortcut+Equals",
                "Shortcut+Shift+Equals",
                "Shortcut+Add"));
        all.add(Command.of(
                "app.zoom-out", "command.zoom-out", appearance::zoomOut, "Shortcut+Minus", "Shortcut+Subtract"));
        all.add(Command.of(
                "app.zoom-reset", "command.zoom-reset", appearance::zoomReset, "Shortcut+0", "Shortcut+Numpad 0"));
        for (ThemeChoice choice : ThemeChoice.values()) {
            all.add(Command.of(
                    "app.theme-" + choice.name(),
                    "command." + choice.textKey(),
                    () -> appearance.choice().set(choice)));
        }
        all.addAll(ofTheWindow);
        return List.copyOf(all);
    }

    private void toggleProjector() {
        appearance.projector().set(!appearance.projector().get());
    }

    /// Ctrl+1 … for the screens, Ctrl+, for settings.
    /// Nine digits with Ctrl or Cmd, then with Alt: Ctrl/Cmd+0 is the natural size.
    private String keysOf(int index) {
        if (index == entries.size() - 1) {
            return "Shortcut+Comma";
        }
        return index < DIGITS ? "Shortcut+" + (index + 1) : "Alt+" + (index + 1 - DIGITS);
    }
}
