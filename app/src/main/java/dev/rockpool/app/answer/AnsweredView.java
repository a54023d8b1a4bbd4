package dev.rockpool.app.answer;

import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.task.GoalState;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What is said of an answer: right or wrong, each part with its reason, the mistake that was met, and the way to the
/// right answer.
public final class AnsweredView {
    private final VBox root = new VBox();
    private final Texts texts;
    private final QuestionWords words;

    public AnsweredView(Answer answer, Texts texts, QuestionWords words) {
        this.texts = texts;
        this.words = words;
        Question question = answer.question();
        root.getStyleClass().add("rp-quiz-answered");
        root.getChildren().add(verdict(answer));
        switch (question.form()) {
            case Form.Options asked -> root.getChildren().add(options(asked, answer));
            case Form.Matching matching -> root.getChildren().add(pairs(matching, answer));
            case Form.Ordering ordering -> root.getChildren().add(places(ordering, answer));
            case Form.Numeric _, Form.Typed _ -> root.getChildren().add(written(answer));
            case Form.InLab _ -> root.getChildren().addAll(goals(answer), example(answer));
        }
        if (!answer.right() && question.form() instanceof Form.Numeric) {
            root.getChildren().add(mistake(answer));
        }
        if (!answer.right() && isComputed(question)) {
            answer.misconception().ifPresent(_ -> root.getChildren().add(mistake(answer)));
        }
        if (!question.solution().isEmpty()) {
            root.getChildren().add(solution(question));
        }
    }

    public Region root() {
        return root;
    }

    private static boolean isComputed(Question question) {
        return question.form() instanceof Form.Options asked
                && asked.options().stream().allMatch(option -> option.value().isPresent());
    }

    private Node verdict(Answer answer) {
        boolean right = answer.right();
        Label verdict = Words.heading(texts.get(right ? "quiz.right" : "quiz.wrong"));
        verdict.setGraphic(new FontIcon(right ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE));
        verdict.getStyleClass().addAll("rp-quiz-verdict", right ? "rp-right" : "rp-not-right");
        return verdict;
    }

    private Node written(Answer answer) {
        Label given = Words.plain(
                answer.right()
                        ? answer.question().key()
                        : texts.get(
                                "quiz.typed", answer.given(), answer.question().key()));
        given.getStyleClass().add("rp-content");
        return given;
    }

    private Node options(Form.Options asked, Answer answer) {
        SortedSet<Integer> chosen =
                answer.response() instanceof Response.Chosen(SortedSet<Integer> places) ? places : new TreeSet<>();
        boolean computed = isComputed(answer.question());
        VBox rows = told();
        for (int place = 0; place < asked.options().size(); place++) {
            Option option = asked.options().get(place);
            boolean taken = chosen.contains(place);
            String key = option.correct() ? "quiz.option.key" : taken ? "quiz.option.chosen" : "quiz.option.other";
            VBox both = new VBox(computed ? line(AnswerView.aligned(option, asked)) : words.of(option.text()));
            if (!computed && !option.why().isEmpty()) {
                both.getChildren().add(words.of(option.why(), "rp-check-why"));
            }
            rows.getChildren().add(row(option.correct(), taken && !option.correct(), key, both, taken));
        }
        return rows;
    }

    private Node pairs(Form.Matching matching, Answer answer) {
        List<Integer> partners = answer.response() instanceof Response.Matched(List<Integer> all) ? all : List.of();
        VBox rows = told();
        for (int left = 0; left < matching.left().size(); left++) {
            boolean right = partners.get(left).equals(matching.key().get(left));
            String pair = matching.left().get(left) + " → "
                    + matching.right().get(matching.key().get(left));
            rows.getChildren()
                    .add(row(right, !right, right ? "quiz.pair.right" : "quiz.pair.wrong", words.of(pair), false));
        }
        return rows;
    }

    private Node places(Form.Ordering ordering, Answer answer) {
        List<Integer> items = answer.response() instanceof Response.Ordered(List<Integer> all) ? all : List.of();
        VBox rows = told();
        for (int place = 0; place < ordering.key().size(); place++) {
            int item = ordering.key().get(place);
            boolean right = items.get(place) == item;
            rows.getChildren()
                    .add(row(
                            right,
                            !right,
                            right ? "quiz.place.right" : "quiz.place.wrong",
                            words.of((place + 1) + "\\. " + ordering.items().get(item)),
                            false));
        }
        return rows;
    }

    private static VBox told() {
        VBox rows = new VBox();
        rows.getStyleClass().add("rp-quiz-told");
        return rows;
    }

    private HBox row(boolean right, boolean crossed, String key, Node what, boolean chosen) {
        Label mark = Words.line(texts.get(key));
        mark.setGraphic(new FontIcon(right ? Feather.CHECK_CIRCLE : crossed ? Feather.X_CIRCLE : Feather.CIRCLE));
        mark.getStyleClass().addAll("rp-check-mark", right ? "rp-right" : "rp-not-right");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox row = new HBox(mark, what);
        row.getStyleClass().add("rp-check-told");
        if (chosen) {
            row.getStyleClass().add("rp-check-chosen");
        }
        return row;
    }

    private static Label line(String text) {
        Label label = Words.line(text);
        label.getStyleClass().add("rp-content");
        return label;
    }

    private Node mistake(Answer answer) {
        Node sentence =
                words.of(answer.misconception().map(Misconception::sentence).orElse(texts.get("quiz.mistake.unknown")));
        VBox box = new VBox(Words.heading(texts.get("quiz.mistake")), sentence);
        box.getStyleClass().add("rp-quiz-mistake");
        return box;
    }

    private Node solution(Question question) {
        VBox steps = new VBox(Words.heading(texts.get("quiz.solution")));
        question.solution().forEach(step -> steps.getChildren().add(words.of(step)));
        steps.getStyleClass().add("rp-quiz-solution");
        return steps;
    }

    private Node goals(Answer answer) {
        VBox rows = told();
        for (GoalState goal : answer.goals()) {
            VBox both = new VBox(line(texts.get("quiz.goal", goal.wanted(), goal.found())));
            if (!goal.why().isEmpty()) {
                both.getChildren().add(words.of(goal.why(), "rp-check-why"));
            }
            rows.getChildren()
                    .add(row(goal.met(), !goal.met(), goal.met() ? "quiz.goal.met" : "quiz.goal.unmet", both, false));
        }
        return rows;
    }

    /// What was set, and one answer that does it where the learner's does not.
    private Node example(Answer answer) {
        String given = answer.given().isEmpty() ? texts.get("quiz.goal.nothing") : answer.given();
        String key = answer.question().key();
        Label sentence = Words.plain(
                answer.right() || key.isEmpty()
                        ? texts.get("quiz.goal.set", given)
                        : texts.get("quiz.goal.example", given, key));
        sentence.getStyleClass().add("rp-content");
        return sentence;
    }
}
