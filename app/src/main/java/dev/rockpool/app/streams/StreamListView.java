package dev.rockpool.app.streams;

import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.OptionWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.streamengine.StreamDescription;
import dev.rockpool.streamengine.StreamMode;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
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

/// The streams, and a field for a new one.
final class StreamListView {
    private static final int FIRST_SHARDS = 2;

    private final StreamsViewModel model;
    private final StreamWords words;
    private final ListView<StreamDescription> list = new ListView<>();
    private final TextField name = new TextField();
    private final ComboBox<StreamMode> mode = new ComboBox<>();
    private final TextField shards = new TextField(String.valueOf(FIRST_SHARDS));
    private final Label shardsName = Words.small("");
    private final Label fault = Words.small("");
    private final VBox root = new VBox();
    private boolean following;

    StreamListView(StreamsViewModel model, StreamWords words) {
        this.model = model;
        this.words = words;
        list.setItems(model.streams());
        list.setCellFactory(_ -> new StreamCell());
        list.setAccessibleText(words.get("streams.list"));
        list.getStyleClass().add("rp-store-list");
        list.setId("streams-list");
        list.setMinHeight(60);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> {
            if (!following && chosen != null) {
                model.choose(chosen.name());
            }
        });
        root.getStyleClass().addAll("rp-card", "rp-store-buckets");
        root.getChildren().setAll(Words.heading(words.get("streams.list")), list, acting(fields()));
        model.picture().subscribe(_ -> follow());
    }

    Region root() {
        return root;
    }

    void focus() {
        list.requestFocus();
    }

    /// Puts the focus where a new stream is named.
    void make() {
        name.requestFocus();
    }

    private void follow() {
        following = true;
        model.stream()
                .get()
                .ifPresent(shown -> model.streams().stream()
                        .filter(each -> each.name().equals(shown))
                        .findFirst()
                        .ifPresent(list.getSelectionModel()::select));
        following = false;
    }

    private VBox fields() {
        name.setPromptText(words.get("streams.name"));
        name.setAccessibleText(words.get("streams.name"));
        name.setId("streams-name");
        name.setOnAction(_ -> create());
        name.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                name.clear();
                list.requestFocus();
                event.consume();
            }
        });
        mode.getItems().setAll(StreamMode.values());
        mode.setValue(StreamMode.PROVISIONED);
        mode.setMaxWidth(Double.MAX_VALUE);
        mode.setAccessibleText(words.get("streams.mode"));
        mode.setConverter(new OptionWords<>(option -> words.get("streams.mode." + option.name())));
        shardsName.setText(words.get("streams.shards"));
        shards.setAccessibleText(words.get("streams.shards"));
        shards.setPrefColumnCount(4);
        shards.setOnAction(_ -> create());
        mode.valueProperty().addListener((_, _, chosen) -> shards.setDisable(chosen == StreamMode.ON_DEMAND));
        HBox.setHgrow(shardsName, Priority.ALWAYS);
        shardsName.setMaxWidth(Double.MAX_VALUE);
        HBox count = new HBox(shardsName, shards);
        count.getStyleClass().add("rp-store-cell");
        return new VBox(name, mode, count);
    }

    private VBox acting(VBox fields) {
        Button create = new Button();
        create.setGraphic(KeyHint.beside(words.get("streams.create"), KeyCombination.valueOf("Shortcut+N")));
        create.setAccessibleText(words.get("streams.create"));
        create.setMaxWidth(Double.MAX_VALUE);
        create.setMinWidth(Region.USE_PREF_SIZE);
        create.setOnAction(_ -> create());
        fault.getStyleClass().addAll("rp-store-fault", "rp-content");
        tell("");
        fields.getStyleClass().add("rp-store-rows");
        fields.getChildren().addAll(create, fault);
        fields.setMinHeight(Region.USE_PREF_SIZE);
        return fields;
    }

    private void tell(String sentence) {
        fault.setText(sentence);
        fault.setVisible(!sentence.isEmpty());
        fault.setManaged(!sentence.isEmpty());
    }

    private void create() {
        tell("");
        if (name.getText().isBlank()) {
            name.requestFocus();
            return;
        }
        Optional<Integer> count = Numbers.whole(shards.getText());
        if (count.isEmpty()) {
            tell(words.get("streams.shards.bad"));
            shards.requestFocus();
            return;
        }
        model.create(name.getText().strip(), mode.getValue(), count.get(), this::tell, () -> {
            name.clear();
            list.requestFocus();
        });
    }

    private final class StreamCell extends ListCell<StreamDescription> {
        StreamCell() {
            getStyleClass().add("rp-content"); // its name is the user's
        }

        @Override
        protected void updateItem(@Nullable StreamDescription stream, boolean empty) {
            super.updateItem(stream, empty);
            if (empty || stream == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Text label = new Text(stream.name().value());
            label.getStyleClass().add("rp-store-name");
            label.wrappingWidthProperty().bind(getListView().widthProperty().subtract(68));
            Label about = Words.small(words.get("streams.list.about", stream.openShards()));
            about.getStyleClass().add("rp-muted");
            HBox row = new HBox(new FontIcon(Feather.RADIO), new VBox(label, about));
            row.getStyleClass().add("rp-store-cell");
            setGraphic(row);
            setAccessibleText(stream.name().value());
            setTooltip(new Tooltip(stream.name().value()));
        }
    }
}
