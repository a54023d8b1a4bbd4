package dev.rockpool.app.quiz;

import dev.rockpool.app.kit.Figure;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.markdown.PlainText;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.exam.ExamResult;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How an exam went: the whole, each domain and the weakest topics in percent, and every question that was not right.
final class ExamMarks {
    private static final int WEAKEST = 5;
    private static final int LONGEST = 240;

    private final VBox root = new VBox();
    private final Texts texts;

    ExamMarks(ExamResult result, Texts texts) {
        this.texts = texts;
        ExamResult.Part whole = result.whole();
        Label title = Words.plain(texts.get("quiz.exam.marks.title", whole.right(), whole.questions()));
        title.getStyleClass().add("rp-title");
        FlowPane figures = new FlowPane(
                new Figure(whole.percent() + "\u00A0%", texts.get("quiz.end.right")).root(),
                new Figure(
                                String.valueOf(result.marks().stream()
                                        .filter(mark -> mark.given().isEmpty())
                                        .count()),
                                texts.get("quiz.exam.marks.open"))
                        .root());
        figures.getStyleClass().add("rp-figures");
        root.getStyleClass().addAll("rp-card", "rp-study-card", "rp-session-end");
        root.getChildren()
                .setAll(
                        title,
                        figures,
                        Words.muted(texts.get("quiz.exam.marks.claim")),
                        parts("quiz.exam.marks.domains", result.byDomain()),
                        parts(
                                "quiz.exam.marks.topics",
                                result.byTopic().stream()
                                        .filter(part -> part.right() < part.questions())
                                        .limit(WEAKEST)
                                        .toList()),
                        wrong(result));
    }

    Region root() {
        return root;
    }

    private Region parts(String heading, List<ExamResult.Part> parts) {
        VBox box = new VBox(Words.heading(texts.get(heading)));
        for (ExamResult.Part part : parts) {
            Label name = Words.plain(part.name());
            name.getStyleClass().add("rp-content");
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            String score = texts.get("quiz.exam.marks.part", part.percent(), part.right(), part.questions());
            Label words = Words.line(score);
            words.getStyleClass().addAll("rp-small", "rp-muted");
            HBox row = new HBox(name, words, new ShareBar((double) part.right() / part.questions(), score));
            row.getStyleClass().addAll("rp-check-row", "rp-quiz-part");
            box.getChildren().add(row);
        }
        box.getStyleClass().add("rp-quiz-parts");
        box.setVisible(!parts.isEmpty());
        box.setManaged(!parts.isEmpty());
        return box;
    }

    private Region wrong(ExamResult result) {
        VBox box = new VBox(Words.heading(texts.get("quiz.exam.marks.wrong")));
        box.getStyleClass().add("rp-quiz-parts");
        for (ExamResult.Mark mark : result.marks()) {
            if (!mark.right()) {
                Label question = Words.plain(
                        mark.number() + ". " + PlainText.line(mark.question().stem(), LONGEST));
                question.getStyleClass().add("rp-content");
                String given = mark.given()
                        .map(answer -> texts.get(
                                "quiz.notebook.answers",
                                PlainText.line(answer, LONGEST),
                                PlainText.line(mark.question().key(), LONGEST)))
                        .orElse(texts.get(
                                "quiz.exam.marks.not-answered",
                                PlainText.line(mark.question().key(), LONGEST)));
                VBox row = new VBox(question, Words.muted(given));
                row.getStyleClass().add("rp-quiz-slip");
                box.getChildren().add(row);
            }
        }
        boolean any = result.right() < result.marks().size();
        box.setVisible(any);
        box.setManaged(any);
        return box;
    }
}
