package dev.rockpool.app.branches;

import dev.rockpool.app.kit.Words;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What happened on a side, a sentence each with what it cost by itself, the latest first.
final class BranchEventsView {
    private final BranchesViewModel model;
    private final BranchWords words;
    private final ListView<Told> list = new ListView<>();
    private final ToggleButton left = new ToggleButton();
    private final ToggleButton right = new ToggleButton();
    private final VBox root = new VBox();

    BranchEventsView(BranchesViewModel model, BranchWords words) {
        this.model = model;
        this.words = words;
        ToggleGroup sides = new ToggleGroup();
        left.setToggleGroup(sides);
        right.setToggleGroup(sides);
        left.getStyleClass().addAll("left-pill", "rp-content");
        right.getStyleClass().addAll("right-pill", "rp-content");
        right.setSelected(true);
        sides.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                sides.selectToggle(before);
            } else {
                list.setItems(now.equals(left) ? model.leftEvents() : model.rightEvents());
            }
        });
        HBox choice = new HBox(left, right);
        list.setItems(model.rightEvents());
        list.setCellFactory(_ -> new EventCell(words));
        list.setAccessibleText(words.get("branches.pane.events"));
        list.setPlaceholder(Words.small(words.get("branches.events.none")));
        list.getStyleClass().add("rp-store-list");
        list.setId("branches-events");
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren().setAll(choice, Words.muted(words.get("branches.events.why", BranchDesk.MOST_EVENTS)), list);
        model.reading().subscribe(_ -> show());
    }

    Region root() {
        return root;
    }

    void focus() {
        list.requestFocus();
    }

    private void show() {
        left.setText(words.side(model.sides().left()));
        right.setText(words.side(model.sides().right()));
    }

    private static final class EventCell extends ListCell<Told> {
        private final BranchWords words;
        private final Label what = Words.small("");
        private final Label when = Words.muted("");
        private final Label cost = Words.line("");
        private final VBox text = new VBox(what, when);
        private final HBox row = new HBox(text, cost);

        EventCell(BranchWords words) {
            this.words = words;
            what.getStyleClass().add("rp-content");
            when.getStyleClass().add("rp-content");
            cost.getStyleClass().addAll("rp-small", "rp-content");
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMinWidth(0);
            row.getStyleClass().add("rp-store-version");
            row.setMinWidth(0);
            row.setPrefWidth(1);
        }

        @Override
        protected void updateItem(@Nullable Told event, boolean empty) {
            super.updateItem(event, empty);
            if (empty || event == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            what.setText(event.sentence());
            when.setText(words.day(event.at()));
            cost.setText(event.cost().map(words::price).orElse(""));
            setAccessibleText(words.day(event.at()) + " " + event.sentence() + " " + cost.getText());
            setGraphic(row);
        }
    }
}
