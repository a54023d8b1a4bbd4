package dev.rockpool.app.document;

import dev.rockpool.app.answer.Answer;
import dev.rockpool.app.answer.AnswerView;
import dev.rockpool.app.answer.AnsweredView;
import dev.rockpool.app.answer.QuestionWords;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.WrittenItem;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Grade;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.bank.Authored;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A quiz item to check oneself with, asked and answered as in the quiz. Not scored, not kept, and always laid out the
/// same.
final class SelfCheckView {
    private static final long SEED = 1;

    private final VBox root = new VBox();
    private final VBox body = new VBox();
    private final Label fault = new Label();
    private final Texts texts;
    private final QuestionWords words;
    private final Question question;
    private Optional<AnswerView> asked = Optional.empty();

    SelfCheckView(WrittenItem item, Surroundings surroundings) {
        texts = surroundings.texts();
        words = new QuestionWords(surroundings, order -> {
            throw new IllegalStateException("No lab is needed for " + order.setup());
        });
        question = Authored.ask(item, SEED);
        fault.getStyleClass().addAll("rp-small", "rp-danger", "rp-content");
        fault.managedProperty().bind(fault.visibleProperty());
        body.getStyleClass().add("rp-check-body");
        root.getStyleClass().add("rp-check");
        Region stem = new MarkdownView(item.stem(), surroundings, Hits.NONE).root();
        stem.getStyleClass().add("rp-check-stem");
        root.getChildren().setAll(stem, body);
        ask();
    }

    Region root() {
        return root;
    }

    private void ask() {
        boolean atOnce = question.form() instanceof Form.Choice;
        fault.setVisible(false);
        AnswerView answer = new AnswerView(
                question.form(),
                Optional.empty(),
                words,
                texts,
                response -> {
                    if (atOnce) {
                        tell(response);
                    }
                },
                this::check,
                false);
        asked = Optional.of(answer);
        body.getChildren().setAll(answer.root(), fault);
        if (!atOnce) {
            body.getChildren().add(button("document.check.done", this::check));
        }
    }

    private void check() {
        asked.map(AnswerView::response).ifPresent(this::tell);
    }

    private void tell(Response response) {
        Answer answer = Answer.of(question, response);
        if (answer.grade() instanceof Grade.Unreadable(String expected)) {
            fault.setText(expected);
            fault.setVisible(true);
            return;
        }
        Button again = button("document.check.again", this::ask);
        body.getChildren().setAll(new AnsweredView(answer, texts, words).root(), again);
        again.requestFocus();
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().add("rp-secondary");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
