package dev.rockpool.app.quiz;

import dev.rockpool.app.answer.AnswerView;
import dev.rockpool.app.answer.QuestionWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Question;
import java.util.List;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A question that waits for its answer.
final class QuestionCard {
    private final VBox root = new VBox();

    /// @param fault why what was typed is no answer; empty if there is nothing to say
    QuestionCard(Question question, AnswerView answer, QuestionWords words, ObservableStringValue fault) {
        root.getStyleClass().addAll("rp-card", "rp-study-card", "rp-focusable");
        root.setFocusTraversable(true);
        Label told = Words.plain("");
        told.getStyleClass().addAll("rp-danger", "rp-content");
        told.textProperty().bind(fault);
        told.visibleProperty().bind(told.textProperty().isNotEmpty());
        told.managedProperty().bind(told.visibleProperty());
        if (question.form() instanceof Form.InLab) {
            root.getStyleClass().add("rp-quiz-wide");
        }
        root.getChildren().setAll(stem(question, words, "rp-quiz-asked"), answer.root(), told);
    }

    Region root() {
        return root;
    }

    /// The question.
    static Region stem(Question question, QuestionWords words, String... styles) {
        Region stem = words.of(question.stem(), styles);
        stem.getStyleClass().add("rp-quiz-stem");
        return stem;
    }

    /// The style classes that take the focus first.
    static List<String> placesOfFocus() {
        return List.of(".rp-answer-field", ".rp-study-card.rp-focusable", ".rp-primary");
    }
}
