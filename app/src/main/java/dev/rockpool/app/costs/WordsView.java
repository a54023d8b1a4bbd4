package dev.rockpool.app.costs;

import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the picture says, in sentences ([CostSentences]); the first is the heading.
final class WordsView {
    private final CostSentences sentences;
    private final VBox root = new VBox();

    WordsView(CostsViewModel model, Texts texts) {
        sentences = new CostSentences(texts);
        root.getStyleClass().addAll("rp-card", "rp-costs-card");
        root.setId("costs-words");
        root.setMinHeight(Region.USE_PREF_SIZE);
        model.outcome().subscribe(now -> now.ifPresent(this::show));
    }

    Region root() {
        return root;
    }

    private void show(Outcome outcome) {
        List<Node> labels = new ArrayList<>();
        for (String sentence : sentences.of(outcome)) {
            Label label = labels.isEmpty() ? Words.heading(sentence) : Words.plain(sentence);
            label.getStyleClass().add("rp-content");
            labels.add(label);
        }
        root.getChildren().setAll(labels);
    }
}
