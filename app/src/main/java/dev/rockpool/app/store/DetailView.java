package dev.rockpool.app.store;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.EmptyState;
import dev.rockpool.app.kit.Fold;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.OptionWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.lifecycle.Restore;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.RestoreState;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.objectstore.access.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The chosen object: what it is, what is in it, its versions, who may read it, and what the rules will do to it. One
/// section is open at a time.
final class DetailView {
    private static final double IMAGE = 280;
    private static final int PREVIEW_ROWS = 12;
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 36_500;

    private final StoreViewModel model;
    private final StoreWords words;
    private final StoreWays ways;
    private final SequencedMap<Section, Fold> folds = new LinkedHashMap<>();
    private final Map<String, Button> deletes = new HashMap<>();
    private final Label title = Words.heading("");
    private final Label summary = Words.muted("");
    private final Label warning = Words.small("");
    private final Button download = new Button();
    private final Button delete = new Button();
    private final Button back = new Button();
    private final Label restoring = Words.small("");
    private final StackPane root = new StackPane();
    private final VBox column = new VBox();
    private final VBox sections = new VBox();
    private final SeveralView several;
    private final ScrollPane scroll = new ScrollPane();
    private boolean opening;

    /// A part of the detail.
    enum Section {
        PREVIEW,
        PROPERTIES,
        CLASS,
        VERSIONS,
        READERS,
        FUTURE;

        String key() {
            return "store.section." + name().toLowerCase(Locale.ROOT);
        }
    }

    DetailView(StoreViewModel model, StoreWords words, StoreWays ways, Runnable leave) {
        this.model = model;
        this.words = words;
        this.ways = ways;
        several = new SeveralView(model, words, ways, leave);
        for (Section each : Section.values()) {
            Fold fold = Fold.section(words.get(each.key()));
            fold.open().addListener((_, _, open) -> {
                if (open && !opening) {
                    open(each);
                }
            });
            folds.put(each, fold);
            sections.getChildren().add(fold.root());
        }
        title.getStyleClass().add("rp-content");
        summary.getStyleClass().add("rp-content");
        warning.getStyleClass().add("rp-store-fault");
        button(download, "store.download", "D", () -> ways.download(Optional.empty()));
        button(delete, "store.delete", "Delete", ways::delete);
        back.setText(words.get("store.back"));
        back.setGraphic(new FontIcon(Feather.ARROW_LEFT));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> leave.run());
        FlowPane acts = new FlowPane(back, download, delete);
        acts.getStyleClass().add("rp-store-options");
        sections.getStyleClass().add("rp-store-sections");
        scroll.setContent(sections);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("rp-store-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        column.getStyleClass().add("rp-store-detail");
        column.getChildren().setAll(title, summary, acts, warning, scroll);
        root.setMinHeight(0);
        model.detail().subscribe(_ -> show());
        model.chosen().lines().subscribe(_ -> show());
        model.armed().subscribe(_ -> arm());
        model.watch().now().subscribe(_ -> count());
        open(Section.PREVIEW);
    }

    Region root() {
        return root;
    }

    /// Whether there is a way back to the list.
    void setBack(boolean shown) {
        back.setVisible(shown);
        back.setManaged(shown);
        several.setBack(shown);
    }

    void focus() {
        if (model.chosen().several()) {
            several.focus();
            return;
        }
        (back.isVisible() ? back : download).requestFocus();
    }

    /// Opens one section and closes the others.
    void open(Section section) {
        opening = true;
        folds.forEach((each, fold) -> fold.open().set(each == section));
        opening = false;
        reveal(section);
    }

    /// Scrolls so that the section begins at the top, as far as there is anything to scroll.
    private void reveal(Section section) {
        if (root.getScene() == null) {
            return;
        }
        root.applyCss();
        root.layout();
        double room = sections.getHeight() - scroll.getViewportBounds().getHeight();
        Optional.ofNullable(folds.get(section))
                .filter(_ -> room > 0)
                .ifPresent(fold -> scroll.setVvalue(
                        Math.clamp(fold.root().getBoundsInParent().getMinY() / room, 0, 1)));
    }

    private void button(Button button, String key, String keys, Runnable action) {
        button.setGraphic(KeyHint.beside(words.get(key), KeyCombination.valueOf(keys)));
        button.setAccessibleText(words.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
    }

    private void show() {
        if (model.chosen().several()) {
            root.getChildren().setAll(several.root());
            return;
        }
        Optional<Detail> shown = model.detail().get();
        if (shown.isEmpty()) {
            root.getChildren()
                    .setAll(new EmptyState(
                                    Feather.FILE_TEXT,
                                    words.get("store.detail.none"),
                                    words.get("store.detail.none.why"),
                                    List.of())
                            .root());
            return;
        }
        Detail detail = shown.get();
        StoredObject object = detail.object();
        root.getChildren().setAll(column);
        title.setText(object.key());
        summary.setText(
                object.isDeleteMarker()
                        ? words.get("store.marker", words.time(object.lastModified()))
                        : words.get(
                                "store.summary",
                                words.size(object.bytes()),
                                words.name(object.storageClass()),
                                words.time(object.lastModified())));
        download.setDisable(object.isDeleteMarker() || object.isOutOfReach());
        delete.setDisable(object.isDeleteMarker());
        for (Map.Entry<Section, Fold> each : folds.entrySet()) {
            boolean fits = !object.isDeleteMarker() || each.getKey() == Section.VERSIONS;
            each.getValue().root().setVisible(fits);
            each.getValue().root().setManaged(fits);
        }
        if (object.isDeleteMarker()) {
            open(Section.VERSIONS);
        }
        set(Section.PREVIEW, preview(detail));
        set(Section.PROPERTIES, properties(object));
        set(Section.CLASS, storage(object));
        set(Section.VERSIONS, versions(detail.versions()));
        set(Section.READERS, readers(detail.readers()));
        set(Section.FUTURE, FutureView.of(detail.future(), words));
        arm();
        count();
    }

    private void set(Section section, List<? extends Node> nodes) {
        Optional.ofNullable(folds.get(section)).ifPresent(fold -> fold.setContent(nodes));
    }

    private void arm() {
        boolean isArmed = model.detail()
                .get()
                .filter(shown -> model.armed().get().equals(shown.object().key()))
                .isPresent();
        warning.setText(words.get("store.delete.final"));
        warning.setVisible(isArmed);
        warning.setManaged(isArmed);
        deletes.forEach((id, button) -> button.setText(
                words.get(id.equals(model.armed().get()) ? "store.version.delete.final" : "store.version.delete")));
    }

    // --- what is in it

    private List<Node> preview(Detail detail) {
        StoredObject object = detail.object();
        List<Node> nodes = new ArrayList<>();
        switch (detail.preview()) {
            case Preview.Unread _ -> {
                nodes.add(Words.small(words.get("store.preview.tiering")));
                Button read = new Button(words.get("store.preview.read"));
                read.setOnAction(_ -> model.preview());
                nodes.add(read);
            }
            case Preview.Nothing _ -> nodes.add(Words.small(words.get("store.preview.empty")));
            case Preview.OutOfReach _ -> {
                nodes.add(Words.small(words.get("store.preview.archived")));
                Button restore = new Button(words.get("store.restore.how"));
                restore.setOnAction(_ -> open(Section.CLASS));
                nodes.add(restore);
            }
            case Preview.Text text -> {
                TextArea area = area(text.text());
                area.setWrapText(true);
                nodes.add(area);
                cut(text.cut(), Preview.MOST, nodes);
            }
            case Preview.Hex hex -> {
                nodes.add(area(hex.lines()));
                cut(hex.cut(), Preview.MOST, nodes);
            }
            case Preview.Image image -> {
                Image drawn = new Image(image.stream());
                if (drawn.isError()) {
                    nodes.add(Words.small(words.get("store.preview.broken")));
                } else {
                    ImageView view = new ImageView(drawn);
                    view.setPreserveRatio(true);
                    view.setFitWidth(Math.min(IMAGE, drawn.getWidth()));
                    nodes.add(view);
                }
            }
        }
        boolean isRead = detail.preview() instanceof Preview.Text
                || detail.preview() instanceof Preview.Hex
                || detail.preview() instanceof Preview.Image;
        if (isRead) {
            model.prices()
                    .get()
                    .ifPresent(prices -> nodes.add(Words.muted(words.get(
                            "store.preview.cost",
                            words.price(prices.get(
                                    object.storageClass(), Math.min(object.bytes(), Preview.most(object.key()))))))));
        }
        return nodes;
    }

    private void cut(boolean isCut, int most, List<Node> nodes) {
        if (isCut) {
            nodes.add(Words.muted(words.get("store.preview.cut", words.size(most))));
        }
    }

    private TextArea area(String text) {
        TextArea area = new TextArea(text);
        area.setEditable(false);
        area.setPrefRowCount(PREVIEW_ROWS);
        area.setPrefColumnCount(10);
        area.setAccessibleText(words.get(Section.PREVIEW.key()));
        area.getStyleClass().addAll("rp-code-editor", "rp-content", "rp-small");
        return area;
    }

    // --- what it is

    private List<Node> properties(StoredObject object) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("rp-store-grid");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("etag", object.etag());
        object.checksum().ifPresent(checksum -> values.put("checksum", checksum.algorithm() + " " + checksum.value()));
        values.put("version", object.versionId());
        values.put(
                "encryption",
                words.get("store.encryption." + object.encryption().algorithm().name()));
        object.encryption().keyArn().ifPresent(arn -> values.put("key", arn));
        int row = 0;
        for (Map.Entry<String, String> each : values.entrySet()) {
            grid.addRow(row++, name(words.get("store.property." + each.getKey())), content(each.getValue()));
        }
        Map<String, String> metadata = new LinkedHashMap<>(object.systemMetadata());
        object.userMetadata().forEach((name, value) -> metadata.put("x-amz-meta-" + name, value));
        for (Map.Entry<String, String> each : metadata.entrySet()) {
            Label header = name(each.getKey());
            header.getStyleClass().add("rp-content");
            grid.addRow(row++, header, content(each.getValue()));
        }
        return List.of(grid, Words.small(words.get("store.tags")), tags(object));
    }

    private static Label name(String text) {
        Label name = Words.muted(text);
        name.setMinWidth(96);
        name.setPrefWidth(110);
        return name;
    }

    private static Label content(String text) {
        Label content = Words.small(text);
        content.getStyleClass().add("rp-content");
        return content;
    }

    /// `key=value` pairs, one a line of the field, with a comma between them.
    private Node tags(StoredObject object) {
        TextField field = new TextField(String.join(
                ", ",
                object.tags().entrySet().stream()
                        .map(tag -> tag.getKey() + "=" + tag.getValue())
                        .toList()));
        field.setAccessibleText(words.get("store.tags"));
        field.setPromptText(words.get("store.tags.prompt"));
        field.setId("store-tags");
        Runnable save = () -> {
            Map<String, String> tags = new LinkedHashMap<>();
            for (String pair : List.of(field.getText().split(",", -1))) {
                int equals = pair.indexOf('=');
                if (!pair.isBlank()) {
                    tags.put(
                            (equals < 0 ? pair : pair.substring(0, equals)).strip(),
                            equals < 0 ? "" : pair.substring(equals + 1).strip());
                }
            }
            model.putTags(tags);
        };
        field.setOnAction(_ -> save.run());
        Button button = new Button(words.get("store.tags.save"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> save.run());
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(field, button);
        row.getStyleClass().add("rp-store-cell");
        return row;
    }

    // --- where it lives

    private List<Node> storage(StoredObject object) {
        List<Node> nodes = new ArrayList<>();
        Optional<ActPrices> prices = model.prices().get();
        if (object.storageClass().isArchive()) {
            nodes.addAll(restore(object, prices));
        }
        ComboBox<StorageClass> to = new ComboBox<>();
        to.getItems()
                .setAll(Stream.of(StorageClass.values())
                        .filter(each -> each != StorageClass.REDUCED_REDUNDANCY)
                        .toList());
        to.setMaxWidth(Double.MAX_VALUE);
        to.setAccessibleText(words.get("store.class"));
        to.setConverter(shown(words::shortName));
        Label cost = Words.small("");
        Button change = new Button(words.get("store.class.change"));
        change.setMinWidth(Region.USE_PREF_SIZE);
        change.setOnAction(_ -> Optional.ofNullable(to.getValue()).ifPresent(model::changeClass));
        to.valueProperty().addListener((_, _, chosen) -> {
            change.setDisable(chosen == object.storageClass() || object.isOutOfReach());
            prices.ifPresent(known -> cost.setText(words.get(
                    "store.class.cost",
                    words.price(known.put(chosen)),
                    words.price(known.month(chosen, object.bytes())),
                    words.price(known.month(object.storageClass(), object.bytes())))));
        });
        to.setValue(object.storageClass());
        nodes.addAll(List.of(Words.small(words.get("store.class")), to, cost, change));
        return nodes;
    }

    private List<Node> restore(StoredObject object, Optional<ActPrices> prices) {
        if (object.restore().isPresent()) {
            return List.of(restoring);
        }
        ComboBox<Restore> tier = new ComboBox<>();
        tier.getItems().setAll(object.storageClass().restores());
        tier.setMaxWidth(Double.MAX_VALUE);
        tier.setAccessibleText(words.get("store.restore.tier"));
        tier.setConverter(shown(words::restore));
        tier.getStyleClass().add("rp-content");
        TextField days = new TextField(Integer.toString(USUAL_DAYS));
        days.setPrefColumnCount(4);
        days.setAccessibleText(words.get("store.restore.days"));
        Label cost = Words.small("");
        Button restore = new Button(words.get("store.restore"));
        restore.setMinWidth(Region.USE_PREF_SIZE);
        Runnable tell = () -> {
            Optional<Integer> wanted = days(days.getText());
            restore.setDisable(wanted.isEmpty());
            cost.setText(wanted.isEmpty() ? words.get("store.restore.days.bad", MOST_DAYS) : "");
            if (wanted.isPresent() && prices.isPresent()) {
                cost.setText(words.get(
                        "store.restore.cost",
                        words.price(prices.get()
                                .restore(
                                        object.storageClass(), tier.getValue().tier(), object.bytes(), wanted.get()))));
            }
        };
        tier.setValue(object.storageClass().restores().getFirst());
        tier.valueProperty().addListener((_, _, _) -> tell.run());
        days.textProperty().addListener((_, _, _) -> tell.run());
        tell.run();
        restore.setOnAction(_ -> days(days.getText())
                .ifPresent(wanted -> model.restore(tier.getValue().tier(), wanted)));
        HBox row = new HBox(Words.small(words.get("store.restore.days")), days, restore);
        row.getStyleClass().add("rp-store-cell");
        return List.of(Words.small(words.get("store.restore.why")), tier, row, cost);
    }

    private static Optional<Integer> days(String text) {
        try {
            return Optional.of(Integer.parseInt(text.strip())).filter(days -> days >= 1 && days <= MOST_DAYS);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Restores count down on the platform's clock.
    private void count() {
        Instant now = model.watch().now().get();
        Optional<RestoreState> state = model.detail().get().map(Detail::object).flatMap(StoredObject::restore);
        state.ifPresent(restore -> restoring.setText(
                restore.ready().isAfter(now)
                        ? words.get(
                                "store.restore.ongoing",
                                restore.tier().apiName(),
                                words.left(Duration.between(now, restore.ready())))
                        : words.get("store.restore.ready", words.time(restore.expiry()))));
    }

    static <T> StringConverter<T> shown(Function<T, String> words) {
        return new OptionWords<>(option -> words.apply(option));
    }

    // --- what it was

    private List<Node> versions(List<StoredObject> versions) {
        List<Node> nodes = new ArrayList<>();
        deletes.clear();
        for (StoredObject each : versions) {
            Ikon icon = each.isDeleteMarker() ? Feather.SLASH : each.isLatest() ? Feather.DISC : Feather.CIRCLE;
            Label when = content(
                    each.isDeleteMarker()
                            ? words.get("store.version.marker", words.time(each.lastModified()))
                            : words.get(
                                    each.isLatest() ? "store.version.current" : "store.version",
                                    words.time(each.lastModified()),
                                    words.size(each.bytes()),
                                    words.shortName(each.storageClass())));
            Label id = Words.muted(each.versionId());
            id.getStyleClass().add("rp-content");
            FlowPane acts = new FlowPane();
            acts.getStyleClass().add("rp-store-options");
            if (each.isDeleteMarker()) {
                acts.getChildren().add(act("store.version.undelete", () -> model.deleteVersion(each)));
            } else {
                if (!each.isLatest()) {
                    acts.getChildren().add(act("store.version.restore", () -> model.restoreVersion(each)));
                }
                acts.getChildren().add(act("store.version.download", () -> ways.download(Optional.of(each))));
                Button gone = act("store.version.delete", () -> model.deleteVersion(each));
                deletes.put(each.versionId(), gone);
                acts.getChildren().add(gone);
            }
            VBox text = new VBox(when, id, acts);
            text.getStyleClass().add("rp-store-rows");
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(new FontIcon(icon), text);
            row.getStyleClass().add("rp-store-version");
            nodes.add(row);
        }
        return nodes;
    }

    private Button act(String key, Runnable action) {
        Button button = new Button(words.get(key));
        button.getStyleClass().addAll(Styles.SMALL, "rp-small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    // --- who may read it

    private List<Node> readers(List<Reach> readers) {
        List<Node> nodes = new ArrayList<>();
        nodes.add(Words.muted(words.get("store.readers.why")));
        for (Reach each : readers) {
            boolean allowed = each.decision().allowed();
            FontIcon icon = new FontIcon(allowed ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE);
            icon.getStyleClass().add(allowed ? "rp-store-yes" : "rp-store-no");
            Label who = Words.plain(each.arn().equals("*") ? words.get("store.readers.anyone") : each.arn());
            who.getStyleClass().addAll("rp-strong", "rp-content");
            Label answer = Words.small(words.get(allowed ? "store.readers.may" : "store.readers.may-not"));
            Label reason = content(each.decision().reason());
            VBox text = new VBox(who, answer, reason);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(icon, text);
            row.getStyleClass().add("rp-store-version");
            nodes.add(row);
        }
        return nodes;
    }
}
