package dev.rockpool.app.quiz;

import dev.rockpool.app.kit.HeldKeys;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The quiz screen: how far the round is above, the question in the middle, what comes next below.
final class QuizView {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final double COMPACT_HEIGHT = 560;

    private final QuizViewModel model;
    private final Texts texts;
    private final QuizWays ways;
    private final BorderPane root = new BorderPane();
    private final HeldKeys held = new HeldKeys(root);

    QuizView(QuizViewModel model, Texts texts, QuizWays ways) {
        this.model = model;
        this.texts = texts;
        this.ways = ways;
        root.getStyleClass().addAll("rp-screen", "rp-study", "rp-quiz");
        model.moment().subscribe(this::show);
        root.heightProperty()
                .subscribe(height -> root.pseudoClassStateChanged(COMPACT, height.doubleValue() < COMPACT_HEIGHT));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    Region root() {
        return root;
    }

    /// The screen has come to the front: no key of it is held down.
    void arrive() {
        held.forget();
        focus();
    }

    /// A held Enter would go past the feedback it has just brought.
    private void press(KeyEvent event) {
        boolean acts = event.getCode() == KeyCode.ENTER || event.getCode().isDigitKey();
        if (!held.press(event) && acts && event.getTarget() instanceof Node target && !isField(target, event)) {
            event.consume();
        }
    }

    /// Digits repeat in a field; Enter never does.
    private static boolean isField(Node target, KeyEvent event) {
        return target.getStyleClass().contains("rp-answer-field") && event.getCode() != KeyCode.ENTER;
    }

    private void focus() {
        root.applyCss(); // a scroll pane has its content only once it is styled
        for (String place : QuestionCard.placesOfFocus()) {
            Node target = root.lookup(place);
            if (target != null) {
                target.requestFocus();
                return;
            }
        }
    }

    /// Takes the next step that is offered.
    void next() {
        if (root.lookup(".rp-primary") instanceof Button step) {
            step.fire();
        }
    }

    private void show(Moment moment) {
        switch (moment) {
            case Moment.Choosing(List<Offer> offers) -> stage(new OffersView(offers, model, texts).root(), List.of());
            case Moment.Asked(Question question, int number) -> {
                QuestionCard card = new QuestionCard(question, model, texts);
                stage(card.root(), asking(question, card.root()));
                head(question, number);
            }
            case Moment.Answered(Answer answer, int number) -> {
                stage(new FeedbackCard(answer, texts, ways).root(), answered(answer.question()));
                head(answer.question(), number);
            }
            case Moment.Finished(Round round) -> stage(new SummaryCard(round, texts).root(), finished());
        }
        if (root.getScene() != null) {
            focus();
        }
    }

    private List<Button> asking(Question question, Region card) {
        Button finish = QuizButtons.quiet(texts.get("quiz.finish"), QuizKeys.FINISH, model::finish);
        return switch (question.form()) {
            case Form.Choice _ -> List.of(finish);
            case Form.Numeric _ ->
                List.of(
                        QuizButtons.primary(
                                texts.get("quiz.check"), QuizKeys.ENTER, () -> model.answer(QuestionCard.typed(card))),
                        finish);
        };
    }

    private List<Button> answered(Question question) {
        List<Button> steps = new ArrayList<>();
        steps.add(QuizButtons.primary(
                texts.get(model.progress() < 1 ? "quiz.next" : "quiz.sum"), QuizKeys.ENTER, model::next));
        Optional<LabScenario> show = question.show();
        show.ifPresent(scenario ->
                steps.add(QuizButtons.secondary(texts.get("quiz.show"), QuizKeys.SHOW, () -> ways.show(scenario))));
        steps.add(QuizButtons.quiet(texts.get("quiz.finish"), QuizKeys.FINISH, model::finish));
        return steps;
    }

    private List<Button> finished() {
        return List.of(
                QuizButtons.primary(texts.get("quiz.again", Round.LENGTH), QuizKeys.ENTER, model::again),
                QuizButtons.secondary(texts.get("quiz.choose"), QuizKeys.CHOOSE, model::choose));
    }

    private void head(Question question, int number) {
        ShareBar bar = new ShareBar(model.progress(), texts.get("quiz.progress", number, Round.LENGTH));
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label seed = Words.line(texts.get("quiz.seed", String.valueOf(question.seed())));
        seed.getStyleClass().addAll("rp-small", "rp-muted");
        HBox head = new HBox(bar, seed);
        head.getStyleClass().add("rp-study-head");
        root.setTop(head);
    }

    private void stage(Region card, List<Button> steps) {
        StackPane centred = new StackPane(card);
        centred.getStyleClass().add("rp-study-stage");
        ScrollPane scroll = new ScrollPane(centred);
        scroll.getStyleClass().addAll("rp-clear", "rp-study-scroll");
        scroll.setFocusTraversable(false);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setTop(null);
        root.setCenter(scroll);
        HBox acts = new HBox();
        acts.getChildren().setAll(steps);
        acts.getStyleClass().add("rp-study-act");
        VBox foot = new VBox(acts);
        foot.getStyleClass().add("rp-study-foot");
        foot.setVisible(!steps.isEmpty());
        foot.setManaged(!steps.isEmpty());
        root.setBottom(foot);
    }
}
