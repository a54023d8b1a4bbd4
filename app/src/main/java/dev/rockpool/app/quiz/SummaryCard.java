package dev.rockpool.app.quiz;

import dev.rockpool.app.kit.Figure;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The end of a round: how many were right, and which mistakes came up, the most frequent first.
final class SummaryCard {
    private final VBox root = new VBox();
    private final Texts texts;

    SummaryCard(Round round, Texts texts) {
        this.texts = texts;
        int asked = round.answers().size();
        Label title = Words.plain(texts.get("quiz.end.title", round.right(), asked));
        title.getStyleClass().add("rp-title");
        FlowPane figures = new FlowPane(
                new Figure(percent(round), texts.get("quiz.end.right")).root(),
                new Figure(String.valueOf(asked), texts.get("quiz.end.answered", asked)).root(),
                new Figure(
                                String.valueOf(round.met().size()),
                                texts.get("quiz.end.mistakes", round.met().size()))
                        .root());
        figures.getStyleClass().add("rp-figures");
        root.getStyleClass().addAll("rp-card", "rp-study-card", "rp-session-end");
        root.getChildren().setAll(title, figures, mistakes(round));
    }

    Region root() {
        return root;
    }

    private Node mistakes(Round round) {
        List<Round.Met> met = round.met();
        if (met.isEmpty()) {
            return Words.plain(
                    texts.get(round.right() == round.answers().size() ? "quiz.end.none" : "quiz.end.unknown"));
        }
        VBox list = new VBox(Words.heading(texts.get("quiz.end.met")));
        list.getStyleClass().add("rp-quiz-met");
        for (Round.Met each : met) {
            Label times = Words.line(texts.get("quiz.end.times", each.times()));
            times.getStyleClass().add("rp-quiz-times");
            Label sentence = Words.plain(each.misconception().sentence());
            sentence.getStyleClass().add("rp-content");
            HBox.setHgrow(sentence, Priority.ALWAYS);
            HBox row = new HBox(times, sentence);
            row.getStyleClass().add("rp-quiz-met-row");
            list.getChildren().add(row);
        }
        return list;
    }

    private static String percent(Round round) {
        return Math.round(100.0 * round.right() / round.answers().size()) + "\u00A0%";
    }
}
