package dev.rockpool.app.branches;

import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.platform.Comparison;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the two bills differ by in words, the largest first, each with the rules behind it; and what is worth knowing.
final class DifferencesView {
    private final BranchesViewModel model;
    private final BranchWords words;
    private final Label claim = Words.heading("");
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private final VBox root = new VBox();
    private List<String> shown = List.of();

    DifferencesView(BranchesViewModel model, BranchWords words, BranchesWays ways) {
        this.model = model;
        this.words = words;
        claim.getStyleClass().add("rp-content");
        claim.setId("branches-claim");
        claim.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(claim, Priority.ALWAYS);
        Button export = new Button();
        export.setGraphic(KeyHint.beside(words.get("branches.export"), KeyCombination.valueOf("X")));
        export.setAccessibleText(words.get("branches.export"));
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.setOnAction(_ -> ways.export());
        HBox head = new HBox(claim, export);
        head.getStyleClass().addAll("rp-store-version", "rp-branches-acts");
        rows.getStyleClass().add("rp-branches-rows");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("rp-store-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getStyleClass().addAll("rp-card", "rp-store-objects");
        root.getChildren().setAll(head, scroll);
        model.reading().subscribe(_ -> show());
    }

    Region root() {
        return root;
    }

    void focus() {
        scroll.requestFocus();
    }

    private void show() {
        model.compared().map(Reading.Compared::comparison).ifPresent(comparison -> {
            claim.setText(words.claim(comparison));
            List<Node> nodes = new ArrayList<>();
            List<String> sentences = new ArrayList<>();
            for (Comparison.Difference difference : words.differences(comparison)) {
                VBox row = new VBox(content(Words.plain(words.difference(difference, comparison))));
                difference.rules().forEach(rule -> row.getChildren().add(content(Words.muted(rule))));
                nodes.add(row);
                sentences.add(words.difference(difference, comparison) + difference.rules());
            }
            if (!comparison.notes().isEmpty()) {
                Label know = Words.small(words.get("branches.notes"));
                know.getStyleClass().add("rp-strong");
                nodes.add(know);
                comparison.notes().forEach(note -> nodes.add(content(Words.small(note))));
                sentences.addAll(comparison.notes());
            }
            if (nodes.isEmpty()) {
                nodes.add(Words.small(words.get("branches.none.differs")));
            }
            if (!sentences.equals(shown) || rows.getChildren().isEmpty()) {
                shown = List.copyOf(sentences);
                rows.getChildren().setAll(nodes);
            }
        });
    }

    private static Label content(Label label) {
        label.getStyleClass().add("rp-content");
        return label;
    }
}
