package dev.rockpool.app.lab;

import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference;
import dev.rockpool.simulators.Snapshot;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where the configuration comes from and the ways to another: presets, saved scenarios, files; undo; what can be
/// broken.
final class PresetView<S, R, N extends Snapshot> {
    private final LabDesk<S, R, N> desk;
    private final LabViewModel<S, R, N> model;
    private final Texts texts;
    private final MenuButton presets = new MenuButton();
    private final Label title = Words.heading("");
    private final Label summary = Words.muted("");
    private final Button undo;
    private final Button redo;
    private final VBox disturbances = new VBox();
    private final VBox root = new VBox();
    private List<Disturbance> broken = List.of();

    PresetView(LabDesk<S, R, N> desk) {
        this.desk = desk;
        model = desk.model();
        texts = desk.texts();
        presets.setMaxWidth(Double.MAX_VALUE);
        presets.setText(texts.get("lab.preset.choose"));
        presets.setId("lab-presets");
        presets.setOnShowing(_ -> fill());
        fill();
        title.getStyleClass().add("rp-content");
        summary.getStyleClass().add("rp-content");
        undo = button("lab.undo", Feather.CORNER_UP_LEFT, "Shortcut+Z", model::undo);
        redo = button("lab.redo", Feather.CORNER_UP_RIGHT, "Shortcut+Y", model::redo);
        HBox acts = new HBox(undo, redo);
        acts.getStyleClass().add("rp-lab-acts");
        disturbances.getStyleClass().add("rp-disturbances");
        root.getStyleClass().add("rp-preset");
        root.getChildren().setAll(title, summary, presets, acts, disturbances);
        model.entry()
                .trial()
                .ifPresent(trial -> root.getChildren()
                        .add(root.getChildren().indexOf(disturbances), new TrialView<>(desk, trial).root()));
        model.configuration().subscribe(this::show);
        model.moment().subscribe(now -> now.ifPresent(moment -> show(moment.disturbances())));
    }

    Region root() {
        return root;
    }

    private Button button(String key, Ikon icon, String keys, Runnable action) {
        Button button = new Button();
        HBox pair = new HBox(new FontIcon(icon), KeyLabel.of(KeyCombination.valueOf(keys)));
        pair.getStyleClass().add("rp-key-pair");
        button.setGraphic(pair);
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(Configuration<S> now) {
        title.setText(
                switch (now.origin()) {
                    case Origin.FromPreset<S>(Preset<S> preset) -> preset.title();
                    case Origin.FromChallenge<S>(var challenge) -> challenge.title();
                    case Origin.FromFile<S>(String name, S _) -> name;
                    case Origin.Factory<S> _ -> texts.get("lab.preset.factory");
                });
        summary.setText(
                switch (now.origin()) {
                    case Origin.FromPreset<S>(Preset<S> preset) -> preset.summary();
                    case Origin.FromChallenge<S>(var challenge) -> challenge.task();
                    case Origin.FromFile<S> _ -> texts.get("lab.preset.file");
                    case Origin.Factory<S> _ -> texts.get("lab.preset.factory.why");
                });
        undo.setDisable(!model.canUndo());
        redo.setDisable(!model.canRedo());
    }

    private void show(List<Disturbance> now) {
        if (now.equals(broken)) {
            return;
        }
        broken = now;
        List<Node> buttons = new ArrayList<>();
        for (Disturbance each : now) {
            Button button = new Button(each.label(), new FontIcon(each.broken() ? Feather.TOOL : Feather.ZAP));
            button.getStyleClass().addAll("rp-disturbance", "rp-content");
            button.setWrapText(true);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(_ -> model.disturb(each.id()));
            buttons.add(button);
        }
        if (!buttons.isEmpty()) {
            buttons.addFirst(Words.heading(texts.get("lab.break")));
        }
        disturbances.getChildren().setAll(buttons);
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        for (Preset<S> preset : model.lab().presets()) {
            Label title = Words.line(preset.title());
            title.getStyleClass().addAll("rp-strong", "rp-content");
            Label source = Words.line(texts.get(
                    "lab.preset.source",
                    preset.reference().kind() == Reference.Kind.CLOSED_FORM
                            ? texts.get("lab.reference.closed_form")
                            : preset.reference().text()));
            source.getStyleClass().addAll("rp-small", "rp-muted", "rp-content");
            CustomMenuItem item = new CustomMenuItem(new VBox(title, source));
            item.setOnAction(_ -> model.open(preset));
            items.add(item);
        }
        // the key is bound by the lab's command; an accelerator here would start it twice
        MenuItem factory =
                new CustomMenuItem(KeyHint.beside(texts.get("lab.factory"), KeyCombination.valueOf("Shift+R")));
        factory.setOnAction(_ -> model.factory());
        items.add(factory);
        for (LabRepository.Saved saved : model.learning().saved()) {
            if (items.size() == model.lab().presets().size() + 1) {
                items.add(new SeparatorMenuItem());
            }
            MenuItem item = new MenuItem(saved.name(), new FontIcon(Feather.BOOKMARK));
            item.setOnAction(_ -> model.open(saved.name(), saved.text()));
            items.add(item);
        }
        items.add(new SeparatorMenuItem());
        items.add(item("lab.open", Feather.FOLDER, desk.ways()::openScenario));
        items.add(item("lab.save", Feather.BOOKMARK, desk.ways()::save));
        items.add(item("lab.export.scenario", Feather.FILE_TEXT, desk.ways()::exportScenario));
        items.add(item(Paced.key(desk.model().lab(), "lab.export.table"), Feather.GRID, desk.ways()::exportTable));
        items.add(item("lab.export.picture", Feather.IMAGE, desk.ways()::exportPicture));
        presets.getItems().setAll(items);
    }

    private MenuItem item(String key, Ikon icon, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key), new FontIcon(icon));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
