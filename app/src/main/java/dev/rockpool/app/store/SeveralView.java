package dev.rockpool.app.store;

import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.lifecycle.StorageClass;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What can be done to several chosen lines together, in the place of the detail of one.
final class SeveralView {
    private final StoreViewModel model;
    private final StoreWords words;
    private final Label title = Words.heading("");
    private final Label summary = Words.muted("");
    private final Label warning = Words.small("");
    private final Button back = new Button();
    private final Button download = new Button();
    private final Button delete = new Button();
    private final ComboBox<StorageClass> to = new ComboBox<>();
    private final Label cost = Words.small("");
    private final Button change = new Button();
    private final TextField target = new TextField();
    private final Button copy = new Button();
    private final VBox root = new VBox();

    SeveralView(StoreViewModel model, StoreWords words, StoreWays ways, Runnable leave) {
        this.model = model;
        this.words = words;
        List.of(title, summary, warning, cost)
                .forEach(label -> label.getStyleClass().add("rp-content"));
        warning.getStyleClass().add("rp-store-fault");
        act(download, "store.several.download", "D", ways::downloadSeveral);
        act(delete, "store.delete", "Delete", ways::delete);
        to.getItems()
                .setAll(Stream.of(StorageClass.values())
                        .filter(each -> each != StorageClass.REDUCED_REDUNDANCY)
                        .toList());
        to.setMaxWidth(Double.MAX_VALUE);
        to.setAccessibleText(words.get("store.class"));
        to.setConverter(DetailView.shown(words::shortName));
        to.valueProperty().addListener(_ -> price());
        change.setText(words.get("store.class.change"));
        change.setMinWidth(Region.USE_PREF_SIZE);
        change.setOnAction(_ -> Optional.ofNullable(to.getValue())
                .ifPresent(chosen -> model.chosen()
                        .changeClass(chosen, count -> ways.saved(words.get("store.several.copied", count)))));
        target.setPromptText(words.get("store.several.target.prompt"));
        target.setAccessibleText(words.get("store.several.target"));
        target.setId("store-several-target");
        target.setOnAction(_ -> copy(ways));
        copy.setText(words.get("store.several.copy"));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.disableProperty().bind(target.textProperty().map(String::isBlank));
        copy.setOnAction(_ -> copy(ways));
        back.setText(words.get("store.back"));
        back.setGraphic(new FontIcon(Feather.ARROW_LEFT));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> leave.run());
        FlowPane acts = new FlowPane(back, download, delete);
        acts.getStyleClass().add("rp-store-options");
        root.getStyleClass().add("rp-store-detail");
        root.getChildren()
                .setAll(
                        title,
                        summary,
                        acts,
                        warning,
                        Words.small(words.get("store.class")),
                        to,
                        cost,
                        change,
                        Words.small(words.get("store.several.target")),
                        target,
                        copy);
        model.chosen().lines().subscribe(_ -> show());
        model.chosen().armed().subscribe(_ -> show());
        to.setValue(StorageClass.STANDARD_IA);
    }

    Node root() {
        return root;
    }

    /// Whether there is a way back to the list.
    void setBack(boolean shown) {
        back.setVisible(shown);
        back.setManaged(shown);
    }

    void focus() {
        (back.isVisible() ? back : download).requestFocus();
    }

    private void act(Button button, String key, String keys, Runnable action) {
        button.setGraphic(KeyHint.beside(words.get(key), KeyCombination.valueOf(keys)));
        button.setAccessibleText(words.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
    }

    private void copy(StoreWays ways) {
        if (!target.getText().isBlank()) {
            model.chosen().copy(target.getText(), count -> ways.saved(words.get("store.several.copied", count)));
        }
    }

    private void show() {
        ChosenLines chosen = model.chosen();
        List<ObjectRow> lines = chosen.lines().get();
        title.setText(words.get("store.several", lines.size()));
        long folders = lines.stream()
                .filter(line -> line.kind() == ObjectRow.Kind.FOLDER)
                .count();
        String size = words.size(chosen.bytes());
        summary.setText(folders == 0 ? size : words.get("store.several.folders", size, folders));
        String fault = chosen.tooMany()
                ? words.get("store.several.many", ChosenLines.MOST)
                : chosen.armed().get() ? words.get("store.several.final") : "";
        warning.setText(fault);
        warning.setVisible(!fault.isEmpty());
        warning.setManaged(!fault.isEmpty());
        Stream.of(download, delete, change, to, target).forEach(node -> node.setDisable(chosen.tooMany()));
        price();
    }

    private void price() {
        long objects = model.chosen().lines().get().stream()
                .filter(line -> line.kind() == ObjectRow.Kind.OBJECT)
                .count();
        Optional<StorageClass> chosen = Optional.ofNullable(to.getValue());
        cost.setText(model.prices()
                .get()
                .flatMap(prices -> chosen.map(prices::put))
                .map(each -> words.get("store.several.cost", objects, words.price(each)))
                .orElse(""));
    }
}
