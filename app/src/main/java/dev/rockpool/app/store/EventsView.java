package dev.rockpool.app.store;

import dev.rockpool.app.kit.Words;
import dev.rockpool.platform.EventLog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What happened on the platform, in sentences, the latest first.
final class EventsView {
    private final ListView<EventLog.Entry> list = new ListView<>();
    private final VBox root = new VBox();

    EventsView(StoreViewModel model, StoreWords words) {
        list.setItems(model.watch().events());
        list.setCellFactory(_ -> new EventCell(words));
        list.setAccessibleText(words.get("store.events"));
        list.setPlaceholder(Words.small(words.get("store.events.none")));
        list.getStyleClass().add("rp-store-list");
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren()
                .setAll(
                        Words.heading(words.get("store.events.title")),
                        Words.muted(words.get("store.events.why", StoreWatch.MOST_EVENTS)),
                        list);
    }

    Region root() {
        return root;
    }

    void focus() {
        list.requestFocus();
    }

    private static final class EventCell extends ListCell<EventLog.Entry> {
        private final StoreWords words;
        private final Label when = Words.line("");
        private final Label what = Words.small("");
        private final HBox row = new HBox(when, what);

        EventCell(StoreWords words) {
            this.words = words;
            when.getStyleClass().addAll("rp-small", "rp-muted", "rp-content");
            what.getStyleClass().add("rp-content");
            HBox.setHgrow(what, Priority.ALWAYS);
            row.getStyleClass().add("rp-store-cell");
            row.setMinWidth(0);
            row.setPrefWidth(1);
        }

        @Override
        protected void updateItem(EventLog.@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            when.setText(words.clock(entry.at()));
            what.setText(entry.sentence());
            setAccessibleText(entry.sentence());
            setGraphic(row);
        }
    }
}
