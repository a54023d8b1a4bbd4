package dev.rockpool.app.streams;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.store.Preview;
import dev.rockpool.streamengine.StreamRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The records of a stream, by key and age, and the chosen one as JSON, text or bytes.
final class RecordsView {
    private static final int SHOWN_BYTES = 64 << 10;
    private static final double GAP = 16;
    private static final double LEAST = 240;

    private final StreamsViewModel model;
    private final StreamWords words;
    private final TextField key = new TextField();
    private final ComboBox<BrowseQuery.From> from;
    private final ListView<BrowsedRecord> list = new ListView<>();
    private final Label counted = Words.muted("");
    private final Label about = Words.small("");
    private final TextArea data = new TextArea();
    private final HBox root = new HBox(GAP);

    RecordsView(StreamsViewModel model, StreamWords words) {
        this.model = model;
        this.words = words;
        from = Choices.of(
                List.of(BrowseQuery.From.values()),
                each -> words.get("streams.records.from." + each.name()),
                words.get("streams.records.from"));
        from.setValue(BrowseQuery.From.FIVE_MINUTES);
        from.setMinWidth(Region.USE_PREF_SIZE);
        key.setPromptText(words.get("streams.records.key"));
        key.setAccessibleText(words.get("streams.records.key"));
        key.setId("streams-records-key");
        key.setOnAction(_ -> read());
        Button read = new Button(words.get("streams.records.read"), new FontIcon(Feather.DOWNLOAD));
        read.setMinWidth(Region.USE_PREF_SIZE);
        read.getStyleClass().add(Styles.ACCENT);
        read.setOnAction(_ -> read());
        FlowPane head = new FlowPane(key, from, read);
        head.getStyleClass().add("rp-store-options");
        list.setCellFactory(_ -> new RecordCell());
        list.setAccessibleText(words.get("streams.pane.records"));
        list.setId("streams-records");
        list.getStyleClass().add("rp-store-list");
        list.setPlaceholder(Words.small(words.get("streams.records.none")));
        list.getSelectionModel().selectedItemProperty().subscribe(this::show);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(head, counted, list);
        left.getStyleClass().addAll("rp-card", "rp-store-objects");
        half(left);
        about.getStyleClass().add("rp-content");
        data.setEditable(false);
        data.setWrapText(true);
        data.getStyleClass().addAll("rp-store-mono", "rp-content");
        data.setAccessibleText(words.get("streams.put.data"));
        VBox.setVgrow(data, Priority.ALWAYS);
        VBox right = new VBox(Words.heading(words.get("streams.records.one")), about, data);
        right.getStyleClass().addAll("rp-card", "rp-store-objects");
        half(right);
        root.getChildren().setAll(left, right);
        model.records().subscribe(this::take);
    }

    private void half(VBox card) {
        card.setMinWidth(0);
        card.prefWidthProperty()
                .bind(Bindings.max(LEAST, root.widthProperty().subtract(GAP).divide(2)));
    }

    Region root() {
        return root;
    }

    void focus() {
        list.requestFocus();
    }

    /// Reads what the fields ask for.
    void read() {
        model.browse(new BrowseQuery(key.getText().strip(), from.getValue()));
    }

    private void take(Optional<List<BrowsedRecord>> read) {
        list.getItems().setAll(read.orElse(List.of()));
        counted.setText(read.map(all -> words.get("streams.records.counted", all.size(), RecordBrowser.MOST))
                .orElse(words.get("streams.records.why")));
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void show(@Nullable BrowsedRecord chosen) {
        if (chosen == null) {
            about.setText(words.get("streams.records.choose"));
            data.clear();
            return;
        }
        StreamRecord record = chosen.record();
        byte[] all = record.data();
        byte[] head = all.length > SHOWN_BYTES ? Arrays.copyOf(all, SHOWN_BYTES) : all;
        Preview preview = Preview.of("", head, all.length);
        String form = switch (preview) {
            case Preview.Text text -> text.text().startsWith("{") || text.text().startsWith("[") ? "json" : "text";
            case Preview.Hex _ -> "hex";
            case Preview.Nothing _, Preview.Unread _, Preview.OutOfReach _, Preview.Image _ -> "nothing";
        };
        about.setText(words.get(
                        "streams.records.about",
                        record.partitionKey().value(),
                        words.clock(record.arrivedAt()),
                        chosen.shard().index(),
                        words.size(record.bytes()),
                        record.sequenceNumber().toString())
                + "\n" + words.get("streams.records.form." + form));
        data.setText(
                switch (preview) {
                    case Preview.Text text -> text.text();
                    case Preview.Hex hex -> hex.lines();
                    case Preview.Nothing _, Preview.Unread _, Preview.OutOfReach _, Preview.Image _ -> "";
                });
    }

    private final class RecordCell extends ListCell<BrowsedRecord> {
        private final Label when = Words.line("");
        private final Label what = new Label();
        private final Label size = Words.line("");
        private final HBox row = new HBox(when, what, size);

        RecordCell() {
            getStyleClass().add("rp-content");
            when.getStyleClass().addAll("rp-small", "rp-muted");
            size.getStyleClass().addAll("rp-small", "rp-muted");
            what.setMinWidth(0);
            what.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(what, Priority.ALWAYS);
            row.getStyleClass().add("rp-store-cell");
            row.setMinWidth(0);
            row.setPrefWidth(1);
        }

        @Override
        protected void updateItem(@Nullable BrowsedRecord each, boolean empty) {
            super.updateItem(each, empty);
            if (empty || each == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            StreamRecord record = each.record();
            when.setText(words.clock(record.arrivedAt()));
            what.setText(record.partitionKey().value());
            size.setText(words.get("streams.records.cell", each.shard().index(), words.size(record.bytes())));
            setAccessibleText(record.partitionKey().value());
            setGraphic(row);
        }
    }
}
