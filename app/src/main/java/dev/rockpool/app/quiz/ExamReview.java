package dev.rockpool.app.quiz;

import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.exam.Sheet;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All questions of an exam at a glance: which are answered, which are open, which are flagged. Each leads to itself.
final class ExamReview {
    private final VBox root = new VBox();

    ExamReview(ExamViewModel exam, Texts texts) {
        Sheet sheet = exam.sheet().get();
        int open = exam.length() - sheet.lines().size();
        Label title = Words.plain(texts.get("quiz.exam.review.title"));
        title.getStyleClass().add("rp-title");
        Label state = Words.plain(
                texts.get("quiz.exam.review.state", open, sheet.flagged().size()));
        FlowPane places = new FlowPane();
        places.getStyleClass().add("rp-quiz-places");
        for (int place = 0; place < exam.length(); place++) {
            int at = place;
            boolean answered = sheet.line(place).isPresent();
            boolean flagged = sheet.flagged().contains(place);
            Button button = new Button(String.valueOf(place + 1));
            button.getStyleClass().add("rp-quiz-place");
            if (answered) {
                button.getStyleClass().add("rp-quiz-place-answered");
            }
            if (flagged) {
                button.setGraphic(new FontIcon(Feather.FLAG));
            }
            button.setAccessibleText(texts.get(
                    flagged
                            ? (answered ? "quiz.exam.place.flagged" : "quiz.exam.place.flagged-open")
                            : (answered ? "quiz.exam.place.answered" : "quiz.exam.place.open"),
                    place + 1));
            button.setOnAction(_ -> exam.go(at));
            places.getChildren().add(button);
        }
        root.getStyleClass().addAll("rp-card", "rp-study-card", "rp-quiz-review");
        root.getChildren().setAll(title, state, places, Words.muted(texts.get("quiz.exam.review.legend")));
    }

    Region root() {
        return root;
    }
}
