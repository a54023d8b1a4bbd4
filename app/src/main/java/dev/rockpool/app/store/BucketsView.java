package dev.rockpool.app.store;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.OptionWords;
import dev.rockpool.app.kit.SidePane;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.EncryptionAlgorithm;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The buckets, a field for a new one, and what the chosen one does with versions and encryption.
final class BucketsView {
    /// Two rows of it.
    private static final double LEAST_LIST = 90;

    private final StoreViewModel model;
    private final Texts texts;
    private final Runnable delete;
    private final ListView<BucketEntry> list = new ListView<>();
    private final TextField name = new TextField();
    private final Label fault = Words.small("");
    private final ComboBox<Versioning> versioning = new ComboBox<>();
    private final ComboBox<EncryptionAlgorithm> encryption = new ComboBox<>();
    private final VBox settings = new VBox();
    private final VBox root = new VBox();
    private boolean following;

    BucketsView(StoreViewModel model, Texts texts, Runnable delete) {
        this.model = model;
        this.texts = texts;
        this.delete = delete;
        list.setItems(model.buckets());
        list.setCellFactory(_ -> new BucketCell());
        list.setAccessibleText(texts.get("store.buckets"));
        list.getStyleClass().add("rp-store-list");
        list.setId("store-buckets");
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(LEAST_LIST);
        list.setPrefHeight(LEAST_LIST); // it grows by what the forms leave
        list.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) {
                model.choose(chosen);
            }
        });
        root.getStyleClass().addAll("rp-card", "rp-store-buckets");
        VBox forms = new VBox(make(), settings());
        forms.getStyleClass().add("rp-store-forms");
        ScrollPane below = SidePane.of(forms); // where there is little height: on a projector
        below.setMinHeight(0);
        below.prefViewportHeightProperty().bind(forms.heightProperty());
        root.getChildren().setAll(Words.heading(texts.get("store.buckets")), list, below);
        model.bucket().subscribe(_ -> show());
        model.bucketFault().subscribe(sentence -> {
            fault.setText(sentence);
            fault.setVisible(!sentence.isEmpty());
            fault.setManaged(!sentence.isEmpty());
        });
    }

    Region root() {
        return root;
    }

    void focus() {
        list.requestFocus();
    }

    /// Puts the focus where a new bucket is named.
    void make(String suggested) {
        if (name.getText().isEmpty()) {
            name.setText(suggested);
        }
        name.requestFocus();
    }

    private VBox make() {
        name.setPromptText(texts.get("store.bucket.name"));
        name.setAccessibleText(texts.get("store.bucket.name"));
        name.setId("store-bucket-name");
        Button create = new Button();
        create.setGraphic(KeyHint.beside(texts.get("store.bucket.create"), KeyCombination.valueOf("Shortcut+N")));
        create.setAccessibleText(texts.get("store.bucket.create"));
        create.setMaxWidth(Double.MAX_VALUE);
        create.setMinWidth(Region.USE_PREF_SIZE);
        create.setOnAction(_ -> create());
        name.setOnAction(_ -> create());
        name.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                name.clear();
                list.requestFocus();
                event.consume();
            }
        });
        fault.getStyleClass().addAll("rp-store-fault", "rp-content");
        VBox make = new VBox(name, create, fault);
        make.getStyleClass().add("rp-store-rows");
        make.setMinHeight(Region.USE_PREF_SIZE);
        return make;
    }

    private void create() {
        if (name.getText().isBlank()) {
            name.requestFocus();
            return;
        }
        model.create(name.getText().strip(), () -> {
            name.clear();
            list.requestFocus();
        });
    }

    private VBox settings() {
        choice(versioning, List.of(Versioning.values()), each -> texts.get("store.versioning." + each.name()));
        versioning.setAccessibleText(texts.get("store.versioning"));
        versioning.valueProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) {
                model.putVersioning(chosen);
            }
        });
        choice(
                encryption,
                List.of(EncryptionAlgorithm.SSE_S3, EncryptionAlgorithm.SSE_KMS, EncryptionAlgorithm.DSSE_KMS),
                each -> texts.get("store.encryption." + each.name()));
        encryption.setAccessibleText(texts.get("store.encryption"));
        encryption.valueProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) {
                model.putEncryption(chosen);
            }
        });
        Button gone = new Button(texts.get("store.bucket.delete"), new FontIcon(Feather.TRASH_2));
        gone.setMinWidth(Region.USE_PREF_SIZE);
        gone.setMaxWidth(Double.MAX_VALUE);
        gone.getStyleClass().add(Styles.FLAT);
        gone.setOnAction(_ -> delete.run());
        settings.getStyleClass().add("rp-store-rows");
        settings.setMinHeight(Region.USE_PREF_SIZE);
        settings.getChildren()
                .setAll(
                        Words.small(texts.get("store.versioning")),
                        versioning,
                        Words.small(texts.get("store.encryption")),
                        encryption,
                        gone);
        return settings;
    }

    private static <T> void choice(ComboBox<T> box, List<T> options, Function<T, String> words) {
        box.getItems().setAll(options);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new OptionWords<>(option -> words.apply(option)));
    }

    private void show() {
        following = true;
        model.bucket().get().ifPresent(entry -> {
            list.getSelectionModel().select(entry);
            Versioning kept = entry.bucket().versioning();
            versioning
                    .getItems()
                    .setAll(
                            kept == Versioning.DISABLED
                                    ? List.of(Versioning.DISABLED, Versioning.ENABLED)
                                    : List.of(Versioning.ENABLED, Versioning.SUSPENDED));
            versioning.setValue(kept);
            encryption.setValue(entry.encryption().algorithm());
        });
        settings.setDisable(model.bucket().get().isEmpty());
        following = false;
    }

    private static final class BucketCell extends ListCell<BucketEntry> {
        BucketCell() {
            getStyleClass().add("rp-content"); // its name is the user's, for a screen reader too
        }

        @Override
        protected void updateItem(@Nullable BucketEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Text label = new Text(entry.name());
            label.getStyleClass().add("rp-store-name");
            label.wrappingWidthProperty().bind(getListView().widthProperty().subtract(68));
            HBox row = new HBox(new FontIcon(Feather.ARCHIVE), label);
            row.getStyleClass().add("rp-store-cell");
            setGraphic(row);
            setAccessibleText(entry.name());
            setTooltip(new Tooltip(entry.name()));
        }
    }
}
