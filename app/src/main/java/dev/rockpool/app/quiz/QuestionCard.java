package dev.rockpool.app.quiz;

import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A question that waits for its answer: options to choose, or a field to type into.
final class QuestionCard {
    /// As wide as a digit.
    private static final String FIGURE_SPACE = "\u2007";

    private final VBox root = new VBox();
    private final QuizViewModel model;
    private final Texts texts;

    QuestionCard(Question question, QuizViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root.getStyleClass().addAll("rp-card", "rp-study-card", "rp-focusable");
        root.setFocusTraversable(true);
        Label stem = stem(question);
        stem.getStyleClass().add("rp-quiz-asked");
        root.getChildren().setAll(stem, answer(question.form()));
    }

    Region root() {
        return root;
    }

    /// The question.
    static Label stem(Question question) {
        Label stem = Words.plain(question.stem());
        stem.getStyleClass().addAll("rp-content", "rp-quiz-stem");
        return stem;
    }

    private Node answer(Form form) {
        return switch (form) {
            case Form.Choice choice -> options(choice, model::answer);
            case Form.Numeric numeric -> field(numeric);
        };
    }

    private static Node options(Form.Choice choice, IntConsumer choose) {
        VBox options = new VBox();
        options.getStyleClass().add("rp-quiz-options");
        for (int index = 0; index < choice.options().size(); index++) {
            Option option = choice.options().get(index);
            int chosen = index;
            RowButton row = new RowButton(
                    option.text(),
                    () -> choose.accept(chosen),
                    KeyLabel.of(QuizKeys.digit(index)),
                    Words.line(aligned(option, choice)));
            row.getStyleClass().addAll("rp-content", "rp-quiz-option");
            options.getChildren().add(row);
        }
        return options;
    }

    /// The text of an option as wide as the longest of them, so that decimals stand below one another.
    static String aligned(Option option, Form.Choice choice) {
        int longest = choice.options().stream()
                .mapToInt(each -> each.text().length())
                .max()
                .orElse(0);
        return FIGURE_SPACE.repeat(longest - option.text().length()) + option.text();
    }

    private Node field(Form.Numeric numeric) {
        String prompt = texts.get("quiz.type", numeric.unit().symbol());
        TextField field = new TextField();
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.getStyleClass().add("rp-answer-field");
        field.setOnAction(_ -> model.answer(field.getText()));
        Label unit = Words.line(numeric.unit().symbol());
        unit.getStyleClass().add("rp-content");
        HBox row = new HBox(field, unit);
        row.getStyleClass().add("rp-check-row");
        Label fault = Words.plain("");
        fault.getStyleClass().addAll("rp-danger", "rp-content");
        fault.textProperty().bind(model.fault());
        fault.visibleProperty().bind(model.fault().isNotEmpty());
        fault.managedProperty().bind(fault.visibleProperty());
        VBox both = new VBox(row, fault);
        both.getStyleClass().add("rp-quiz-options");
        return both;
    }

    /// What was typed so far; empty where nothing is typed.
    static String typed(Region card) {
        return card.lookup(".rp-answer-field") instanceof TextField field ? field.getText() : "";
    }

    /// The style classes that take the focus first.
    static List<String> placesOfFocus() {
        return List.of(".rp-answer-field", ".rp-study-card.rp-focusable", ".rp-primary");
    }
}
