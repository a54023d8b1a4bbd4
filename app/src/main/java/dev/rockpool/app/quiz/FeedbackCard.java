package dev.rockpool.app.quiz;

import dev.rockpool.app.claim.Proof;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// An answered question: right or wrong, the mistake that was met, the way to the right answer, and the fact behind it.
final class FeedbackCard {
    private final VBox root = new VBox();
    private final Texts texts;
    private final QuizWays ways;

    FeedbackCard(Answer answer, Texts texts, QuizWays ways) {
        this.texts = texts;
        this.ways = ways;
        Question question = answer.question();
        root.getStyleClass().addAll("rp-card", "rp-study-card", "rp-quiz-feedback");
        root.getChildren().add(QuestionCard.stem(question));
        root.getChildren().add(verdict(answer));
        if (question.form() instanceof Form.Choice choice) {
            root.getChildren().add(options(choice, answer));
        }
        if (!answer.right()) {
            root.getChildren().add(mistake(answer));
        }
        root.getChildren().add(solution(question));
        facts(question).ifPresent(root.getChildren()::add);
    }

    Region root() {
        return root;
    }

    private Node verdict(Answer answer) {
        boolean right = answer.right();
        Label verdict = Words.heading(texts.get(right ? "quiz.right" : "quiz.wrong"));
        verdict.setGraphic(new FontIcon(right ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE));
        verdict.getStyleClass().addAll("rp-quiz-verdict", right ? "rp-right" : "rp-not-right");
        if (answer.question().form() instanceof Form.Choice) {
            return verdict;
        }
        Label given = Words.plain(
                right
                        ? answer.question().key()
                        : texts.get(
                                "quiz.typed", answer.given(), answer.question().key()));
        given.getStyleClass().add("rp-content");
        VBox both = new VBox(verdict, given);
        both.getStyleClass().add("rp-quiz-options");
        return both;
    }

    private Node options(Form.Choice choice, Answer answer) {
        VBox options = new VBox();
        options.getStyleClass().add("rp-quiz-told");
        for (Option option : choice.options()) {
            boolean chosen = option.text().equals(answer.given());
            Label text = Words.line(QuestionCard.aligned(option, choice));
            text.getStyleClass().add("rp-content");
            HBox row = new HBox(mark(option, chosen), text);
            row.getStyleClass().add("rp-check-told");
            if (chosen) {
                row.getStyleClass().add("rp-check-chosen");
            }
            options.getChildren().add(row);
        }
        return options;
    }

    private Label mark(Option option, boolean chosen) {
        String key = option.correct() ? "quiz.option.key" : chosen ? "quiz.option.chosen" : "quiz.option.other";
        Label mark = Words.line(texts.get(key));
        mark.setGraphic(
                new FontIcon(option.correct() ? Feather.CHECK_CIRCLE : chosen ? Feather.X_CIRCLE : Feather.CIRCLE));
        mark.getStyleClass().addAll("rp-check-mark", option.correct() ? "rp-right" : "rp-not-right");
        return mark;
    }

    private Node mistake(Answer answer) {
        Label sentence = Words.plain(
                answer.misconception().map(Misconception::sentence).orElse(texts.get("quiz.mistake.unknown")));
        sentence.getStyleClass().add("rp-content");
        VBox box = new VBox(Words.heading(texts.get("quiz.mistake")), sentence);
        box.getStyleClass().add("rp-quiz-mistake");
        return box;
    }

    private Node solution(Question question) {
        VBox steps = new VBox(Words.heading(texts.get("quiz.solution")));
        for (String step : question.solution()) {
            Label line = Words.plain(step);
            line.getStyleClass().add("rp-content");
            steps.getChildren().add(line);
        }
        steps.getStyleClass().add("rp-quiz-solution");
        return steps;
    }

    private Optional<Node> facts(Question question) {
        VBox facts = new VBox(Words.muted(texts.get("quiz.facts")));
        facts.getStyleClass().add("rp-quiz-facts");
        question.facts().stream()
                .flatMap(id -> ways.proof(id).stream())
                .forEach(proof -> facts.getChildren().add(link(proof)));
        return facts.getChildren().size() > 1 ? Optional.of(facts) : Optional.empty();
    }

    private Hyperlink link(Proof proof) {
        Hyperlink link = new Hyperlink(proof.words());
        link.setWrapText(true);
        link.getStyleClass().addAll("rp-link", "rp-content");
        link.setOnAction(_ -> ways.open(proof));
        return link;
    }
}
