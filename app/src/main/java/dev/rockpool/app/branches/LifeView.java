package dev.rockpool.app.branches;

import dev.rockpool.app.kit.Words;
import dev.rockpool.platform.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// An object's life on both sides, as two columns of what happened to it.
final class LifeView {
    private final BranchesViewModel model;
    private final BranchWords words;
    private final ComboBox<String> object = new ComboBox<>();
    private final Label incomplete = Words.small("");
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final ScrollPane scroll = new ScrollPane();
    private final VBox root = new VBox();

    LifeView(BranchesViewModel model, BranchWords words) {
        this.model = model;
        this.words = words;
        object.setItems(model.objects());
        object.setEditable(true);
        object.setAccessibleText(words.get("branches.life.object"));
        object.setPromptText(words.get("branches.life.object"));
        object.setId("branches-object");
        object.setMaxWidth(Double.MAX_VALUE);
        object.getStyleClass().add("rp-content");
        object.getEditor().getStyleClass().add("rp-content");
        object.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                model.look(chosen);
            }
        });
        incomplete.setText(words.get("branches.life.incomplete"));
        incomplete.managedProperty().bind(incomplete.visibleProperty());
        left.getStyleClass().add("rp-branches-rows");
        right.getStyleClass().add("rp-branches-rows");
        HBox both = new HBox(left, right);
        both.getStyleClass().add("rp-branches-heads");
        left.prefWidthProperty().bind(both.widthProperty().subtract(16).divide(2));
        right.prefWidthProperty().bind(both.widthProperty().subtract(16).divide(2));
        left.setMinWidth(0);
        right.setMinWidth(0);
        scroll.setContent(both);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rp-store-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren().setAll(Words.heading(words.get("branches.life")), object, incomplete, scroll);
        model.life().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    /// Puts the focus where an object is chosen, and shows the first one where none is.
    void focus() {
        if (model.life().get().isEmpty() && !model.objects().isEmpty()) {
            object.setValue(model.objects().getFirst());
        }
        scroll.requestFocus();
    }

    private void show(Optional<BranchesViewModel.Life> life) {
        incomplete.setVisible(life.filter(each -> !each.lives().whole()).isPresent());
        if (life.isEmpty()) {
            object.setValue(null);
        }
        left.getChildren()
                .setAll(life.map(each ->
                                column(model.sides().left(), each.lives().left()))
                        .orElse(List.of(Words.small(words.get("branches.life.choose")))));
        right.getChildren()
                .setAll(life.map(each ->
                                column(model.sides().right(), each.lives().right()))
                        .orElse(List.of()));
    }

    private List<Node> column(String side, List<EventLog.Entry> entries) {
        List<Node> nodes = new ArrayList<>();
        Label name = Words.small(words.side(side));
        name.getStyleClass().addAll("rp-strong", "rp-content");
        nodes.add(name);
        for (EventLog.Entry entry : entries) {
            Label day = Words.muted(words.day(entry.at()));
            Label what = Words.small(entry.sentence());
            day.getStyleClass().add("rp-content");
            what.getStyleClass().add("rp-content");
            nodes.add(new VBox(day, what));
        }
        if (entries.isEmpty()) {
            nodes.add(Words.small(words.get("branches.life.nothing")));
        }
        return nodes;
    }
}
