package dev.rockpool.app.claim;

import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Claim;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The documented statement beside what is true now, with verdict and date.
public final class CorrectionView {
    private final VBox root = new VBox();

    /// Draws `claim`, which has a correction.
    public CorrectionView(Claim claim, Surroundings surroundings, Hits hits) {
        Texts texts = surroundings.texts();
        HBox head = new HBox(VerdictMark.of(claim.verdict(), texts));
        head.getStyleClass().add("rp-correction-head");
        if (!claim.since().isEmpty()) {
            Label since = new Label(claim.sinceText());
            since.getStyleClass().addAll("rp-small", "rp-muted", "rp-content");
            head.getChildren().add(since);
        }
        GridPane sides = new GridPane();
        sides.getStyleClass().add("rp-correction-sides");
        sides.getColumnConstraints().setAll(half(), half());
        sides.add(caption(texts.get("claim.documented")), 0, 0);
        sides.add(caption(texts.get("claim.now")), 1, 0);
        sides.add(top(statement(claim, surroundings, hits)), 0, 1);
        sides.add(top(new MarkdownView(claim.correction(), surroundings, hits).root()), 1, 1);
        root.getChildren().setAll(head, sides);
        root.getStyleClass().addAll("rp-correction", VerdictMark.style(claim.verdict()));
    }

    /// The panel.
    public Region root() {
        return root;
    }

    private static Region statement(Claim claim, Surroundings surroundings, Hits hits) {
        Region statement = new MarkdownView(claim.statement(), surroundings, hits).root();
        statement.getStyleClass().add("rp-documented");
        return statement;
    }

    private static Label caption(String words) {
        Label caption = new Label(words);
        caption.getStyleClass().addAll("rp-small", "rp-muted");
        return caption;
    }

    private static Node top(Node node) {
        GridPane.setValignment(node, VPos.TOP);
        return node;
    }

    private static ColumnConstraints half() {
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        half.setHgrow(Priority.ALWAYS);
        return half;
    }
}
