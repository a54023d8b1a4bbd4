package dev.rockpool.app.store;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.EmptyState;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.StorageClass;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The objects of a bucket: where one is, the search, the list that is read as one scrolls, and what can be done.
final class ObjectsView {
    private static final double ROW = 36;

    private final StoreViewModel model;
    private final StoreWords words;
    private final StoreWays ways;
    private final ListView<ObjectRow> list = new ListView<>();
    private final CustomTextField search = new CustomTextField();
    private final FlowPane path = new FlowPane();
    private final Label counted = Words.line("");
    private final Hyperlink changed = new Hyperlink();
    private final StackPane stage = new StackPane();
    private final Button upload = new Button();
    private final Button folder = new Button();
    private final VBox root = new VBox();
    private PagedRows rows = PagedRows.NONE;
    private final InvalidationListener counting = _ -> count();

    ObjectsView(StoreViewModel model, StoreWords words, StoreWays ways) {
        this.model = model;
        this.words = words;
        this.ways = ways;
        list.setCellFactory(_ -> new ObjectCell(model, words));
        list.setFixedCellSize(ROW);
        list.setAccessibleText(words.get("store.objects"));
        list.getStyleClass().add("rp-store-list");
        list.setId("store-objects");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> chosen());
        list.setOnDragDetected(this::dragOut);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                enter();
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.RIGHT) {
                enter();
                event.consume();
            } else if ((event.getCode() == KeyCode.BACK_SPACE || event.getCode() == KeyCode.LEFT) && model.canGoUp()) {
                model.up();
                event.consume();
            }
        });
        takeDrops();
        VBox.setVgrow(stage, Priority.ALWAYS);
        stage.setMinHeight(0);
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren().setAll(path, find(), stage, foot());
        model.rows().subscribe(this::show); // as two empty lists are equal, not by a listener to changes
        show();
        model.prefix().subscribe(_ -> trail());
        model.bucket().subscribe(_ -> trail());
        model.prices().subscribe(_ -> price());
    }

    Region root() {
        return root;
    }

    /// Puts the focus into the list, on its first line if none is chosen.
    void focus() {
        if (!stage.getChildren().contains(list)) {
            upload.requestFocus();
            return;
        }
        list.requestFocus();
        if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
            list.getFocusModel().focus(0);
        }
    }

    void search() {
        search.requestFocus();
        search.selectAll();
    }

    private void enter() {
        ObjectRow chosen = list.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        if (model.chosen().several()) {
            ways.look();
            return;
        }
        switch (chosen.kind()) {
            case FOLDER -> model.enter(chosen.key());
            case OBJECT, DELETED -> ways.look();
            case PENDING -> {}
        }
    }

    private void chosen() {
        List<Integer> indices = List.copyOf(list.getSelectionModel().getSelectedIndices());
        List<ObjectRow> lines = indices.stream()
                .filter(index -> index >= 0 && index < rows.size())
                .limit(ChosenLines.MOST + 1)
                .map(rows::get)
                .filter(line -> line.kind() != ObjectRow.Kind.PENDING)
                .toList();
        model.chosen().set(lines);
        if (lines.size() == 1) {
            model.choose(lines.getFirst());
        }
    }

    /// Objects leave the window as files.
    private void dragOut(MouseEvent event) {
        List<ObjectRow> lines = model.chosen().lines().get();
        if (lines.isEmpty()) {
            return;
        }
        List<Path> files = ways.dragOut(lines);
        if (!files.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putFiles(files.stream().map(Path::toFile).toList());
            list.startDragAndDrop(TransferMode.COPY).setContent(content);
        }
        event.consume();
    }

    private void takeDrops() {
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() && event.getGestureSource() == null) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        root.setOnDragDropped(event -> {
            List<Path> files =
                    event.getDragboard().getFiles().stream().map(File::toPath).toList();
            event.setDropCompleted(!files.isEmpty());
            ways.upload(files);
            event.consume();
        });
    }

    private Node find() {
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setPromptText(words.get("store.search.prompt"));
        search.setAccessibleText(words.get("store.search"));
        search.setId("store-search");
        search.textProperty().bindBidirectional(model.search());
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
                list.requestFocus();
                event.consume();
            }
        });
        CheckBox within = box("store.search.within");
        within.selectedProperty().bindBidirectional(model.within());
        CheckBox flat = box("store.flat");
        flat.selectedProperty().bindBidirectional(model.flat());
        CheckBox deleted = box("store.deleted");
        deleted.selectedProperty().bindBidirectional(model.deleted());
        FlowPane options = new FlowPane(within, flat, deleted);
        options.getStyleClass().add("rp-store-options");
        VBox find = new VBox(search, options);
        find.getStyleClass().add("rp-store-rows");
        find.setMinHeight(Region.USE_PREF_SIZE);
        return find;
    }

    private CheckBox box(String key) {
        CheckBox box = new CheckBox(words.get(key));
        box.getStyleClass().add("rp-small");
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private Node foot() {
        counted.getStyleClass().addAll("rp-small", "rp-muted");
        changed.setText(words.get("store.changed"));
        changed.getStyleClass().add("rp-small");
        changed.setOnAction(_ -> model.list());
        changed.visibleProperty().bind(model.stale());
        changed.managedProperty().bind(model.stale());
        upload.setMinWidth(Region.USE_PREF_SIZE);
        upload.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        upload.setOnAction(_ -> ways.uploadFiles());
        folder.setMinWidth(Region.USE_PREF_SIZE);
        folder.setOnAction(_ -> ways.uploadFolder());
        FlowPane acts = new FlowPane(upload, folder);
        acts.getStyleClass().add("rp-store-options");
        HBox counts = new HBox(counted, changed);
        counts.setAlignment(Pos.CENTER_LEFT);
        VBox foot = new VBox(counts, acts);
        foot.getStyleClass().add("rp-store-rows");
        foot.setMinHeight(Region.USE_PREF_SIZE);
        price();
        return foot;
    }

    private void price() {
        String put = model.prices()
                .get()
                .map(known -> known.put(StorageClass.STANDARD))
                .map((Money money) -> words.get("store.upload.priced", words.price(money)))
                .orElse(words.get("store.upload"));
        upload.setGraphic(KeyHint.beside(put, KeyCombination.valueOf("U")));
        upload.setAccessibleText(put);
        folder.setGraphic(KeyHint.beside(words.get("store.upload.folder"), KeyCombination.valueOf("Shift+U")));
        folder.setAccessibleText(words.get("store.upload.folder"));
    }

    /// Where one is: the bucket, and each folder down to the one that is shown.
    private void trail() {
        List<Node> steps = new ArrayList<>();
        String bucket = model.bucket().get().map(BucketEntry::name).orElse("");
        steps.add(step(bucket, () -> model.enter("")));
        String prefix = model.prefix().get();
        int from = 0;
        for (int slash = prefix.indexOf('/'); slash >= 0; slash = prefix.indexOf('/', from)) {
            String whole = prefix.substring(0, slash + 1);
            steps.add(new FontIcon(Feather.CHEVRON_RIGHT));
            steps.add(step(prefix.substring(from, slash), () -> model.enter(whole)));
            from = slash + 1;
        }
        path.getChildren().setAll(steps);
        steps.forEach(each -> {
            if (each instanceof Hyperlink link) {
                link.maxWidthProperty().bind(path.widthProperty());
            }
        });
        path.getStyleClass().setAll("rp-store-path");
    }

    private static Hyperlink step(String name, Runnable action) {
        Hyperlink step = new Hyperlink(name.isEmpty() ? "/" : name);
        step.getStyleClass().addAll("rp-content", "rp-strong");
        step.setAccessibleText(step.getText());
        step.setWrapText(true);
        step.setOnAction(_ -> {
            action.run();
            step.setVisited(false);
        });
        return step;
    }

    private void show() {
        rows.removeListener(counting);
        rows = model.rows().get();
        rows.addListener(counting);
        list.setItems(rows);
        count();
    }

    private void count() {
        counted.setText(words.get(rows.isComplete() ? "store.counted" : "store.counted.more", rows.size()));
        boolean none = rows.isComplete() && rows.isEmpty();
        if (none) {
            boolean had = list.isFocused();
            stage.getChildren().setAll(nothing());
            if (had) {
                upload.requestFocus(); // not whatever comes next
            }
        } else if (!stage.getChildren().contains(list)) { // put in anew it would lose the focus
            stage.getChildren().setAll(list);
        }
    }

    private Region nothing() {
        boolean searched = !model.search().get().isEmpty();
        return new EmptyState(
                        searched ? Feather.SEARCH : Feather.INBOX,
                        words.get(searched ? "store.none.found" : "store.none"),
                        words.get(searched ? "store.none.found.why" : "store.none.why"),
                        List.of())
                .root();
    }

    private static final class ObjectCell extends ListCell<ObjectRow> {
        private final StoreViewModel model;
        private final StoreWords words;
        private final FontIcon icon = new FontIcon(Feather.FILE);
        private final Label name = new Label();
        private final Label size = Words.line("");
        private final HBox row = new HBox(icon, name, size);
        private final Consumer<Integer> near;

        ObjectCell(StoreViewModel model, StoreWords words) {
            this.model = model;
            this.words = words;
            near = index -> this.model.rows().get().near(index);
            name.getStyleClass().add("rp-content");
            name.setMinWidth(0);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            size.getStyleClass().addAll("rp-small", "rp-muted", "rp-content");
            row.getStyleClass().add("rp-store-cell");
            row.setMinWidth(0);
            row.setPrefWidth(1);
            keepChosen();
        }

        /// A press on one of several chosen lines keeps them, for they may be dragged; letting go without a drag
        /// chooses that line alone.
        private void keepChosen() {
            addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
                boolean isPlain = event.isPrimaryButtonDown() && !event.isShiftDown() && !event.isShortcutDown();
                if (isPlain && isSelected() && model.chosen().several()) {
                    event.consume();
                }
            });
            addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
                boolean isPlain = !event.isShiftDown() && !event.isShortcutDown();
                if (isPlain
                        && event.isStillSincePress()
                        && isSelected()
                        && model.chosen().several()) {
                    getListView().getSelectionModel().clearAndSelect(getIndex());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable ObjectRow item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            icon.setIconCode(
                    switch (item.kind()) {
                        case FOLDER -> Feather.FOLDER;
                        case OBJECT -> item.outOfReach() ? Feather.LOCK : Feather.FILE;
                        case DELETED -> Feather.SLASH;
                        case PENDING -> Feather.MORE_HORIZONTAL;
                    });
            name.setText(item.name());
            size.setText(
                    switch (item.kind()) {
                        case FOLDER, PENDING -> "";
                        case DELETED -> words.get("store.row.deleted");
                        case OBJECT ->
                            item.storageClass() == StorageClass.STANDARD
                                    ? words.size(item.bytes())
                                    : words.get(
                                            "store.row",
                                            words.shortName(item.storageClass()),
                                            words.size(item.bytes()));
                    });
            setAccessibleText(item.name() + " " + size.getText());
            setGraphic(row);
            near.accept(getIndex());
        }
    }
}
