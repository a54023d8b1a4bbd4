package dev.rockpool.app.quiz;

import dev.rockpool.app.answer.Answer;
import dev.rockpool.app.answer.AnswerView;
import dev.rockpool.app.answer.QuestionWords;
import dev.rockpool.app.kit.HeldKeys;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.exam.ExamResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.event.EventTarget;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The quiz screen: how far the round is above, the question in the middle, what comes next below.
final class QuizView {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final double COMPACT_HEIGHT = 560;

    private final QuizViewModel model;
    private final Texts texts;
    private final QuizWays ways;
    private final BorderPane root = new BorderPane();
    private final HeldKeys held = new HeldKeys(root);
    private final Label time = Words.line("");
    private final Timeline clock = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
    private final Function<Question, QuestionWords> words;
    private Optional<AnswerView> answer = Optional.empty();
    /// Where the last key went down.
    private @Nullable EventTarget pressed;

    /// @param words what draws the texts of a question
    QuizView(QuizViewModel model, Texts texts, QuizWays ways, Function<Question, QuestionWords> words) {
        this.model = model;
        this.texts = texts;
        this.ways = ways;
        this.words = words;
        time.getStyleClass().add("rp-quiz-time");
        clock.setCycleCount(Animation.INDEFINITE);
        root.getStyleClass().addAll("rp-screen", "rp-study", "rp-quiz");
        model.moment().subscribe(this::show);
        root.heightProperty()
                .subscribe(height -> root.pseudoClassStateChanged(COMPACT, height.doubleValue() < COMPACT_HEIGHT));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        root.addEventFilter(KeyEvent.KEY_TYPED, this::type);
    }

    Region root() {
        return root;
    }

    /// The screen has come to the front: no key of it is held down.
    void arrive() {
        held.forget();
        focus();
        clock.play();
        tick();
    }

    /// The screen goes; an exam's clock goes on without being looked at.
    void leave() {
        clock.stop();
        answer.ifPresent(AnswerView::rest);
    }

    /// The letter of a command that has just brought a field is not typed into it.
    private void type(KeyEvent event) {
        if (!event.getTarget().equals(pressed)) {
            event.consume();
        }
    }

    /// A held Enter would go past the feedback it has just brought.
    private void press(KeyEvent event) {
        pressed = event.getTarget();
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

    /// Takes or gives back the option of a digit.
    void press(int index) {
        answer.ifPresent(view -> view.press(index));
    }

    /// Shows how much time an exam has left; ends it when there is none.
    private void tick() {
        if (model.moment().get() instanceof Moment.Sitting || model.moment().get() instanceof Moment.Reviewing) {
            Duration left = model.exam().left();
            time.setText(texts.get("quiz.exam.left", OffersView.clock(left)));
            if (left.isZero()) {
                model.exam().handIn();
            }
        }
    }

    private void show(Moment moment) {
        answer.ifPresent(AnswerView::rest);
        answer = Optional.empty();
        switch (moment) {
            case Moment.Choosing(Offers offers) ->
                stage(new OffersView(offers, model, texts, ways::activities).root(), List.of());
            case Moment.Notebook(List<Slip> slips) ->
                stage(
                        new NotebookView(slips, texts).root(),
                        List.of(
                                QuizButtons.primary(
                                        texts.get("quiz.notebook.again"), QuizKeys.ENTER, model::startMistakes),
                                QuizButtons.secondary(texts.get("quiz.choose"), QuizKeys.CHOOSE, model::choose)));
            case Moment.Judged(List<JudgedItem> items) ->
                stage(
                        new JudgedView(items, texts, judged -> model.start(judged.item())).root(),
                        List.of(QuizButtons.primary(texts.get("quiz.choose"), QuizKeys.ENTER, model::choose)));
            case Moment.Asked(Question question, int number) -> {
                boolean atOnce = question.form() instanceof Form.Choice;
                AnswerView view = ask(question, Optional.empty(), response -> {
                    if (atOnce) {
                        model.answer(response);
                    }
                });
                stage(card(question, view, model.fault()), asking(view, atOnce));
                head(question, number);
            }
            case Moment.Answered(Answer given, int number) -> {
                stage(
                        new FeedbackCard(given, texts, ways, words.apply(given.question())).root(),
                        answered(given.question()));
                head(given.question(), number);
            }
            case Moment.Finished(Round round) -> stage(new SummaryCard(round, texts).root(), finished(round));
            case Moment.Sitting(Question question, int place) -> {
                AnswerView view = ask(
                        question,
                        model.exam().response(question),
                        response -> model.exam().respond(question, response));
                stage(card(question, view, new ReadOnlyStringWrapper("")), sitting());
                headOfExam(place);
            }
            case Moment.Reviewing(int place) -> {
                stage(new ExamReview(model.exam(), texts).root(), reviewing(place));
                headOfExam(place);
            }
            case Moment.Marked(ExamResult result) ->
                stage(
                        new ExamMarks(result, texts).root(),
                        List.of(QuizButtons.primary(texts.get("quiz.choose"), QuizKeys.ENTER, model::choose)));
        }
        if (root.getScene() != null) {
            focus();
        }
    }

    private AnswerView ask(Question question, Optional<Response> given, Consumer<Response> changed) {
        AnswerView view =
                new AnswerView(question.form(), given, words.apply(question), texts, changed, this::next, true);
        answer = Optional.of(view);
        return view;
    }

    private Region card(Question question, AnswerView view, ObservableStringValue fault) {
        return new QuestionCard(question, view, words.apply(question), fault).root();
    }

    private List<Button> asking(AnswerView view, boolean atOnce) {
        Button finish = QuizButtons.quiet(texts.get("quiz.finish"), QuizKeys.FINISH, model::finish);
        return atOnce
                ? List.of(finish)
                : List.of(
                        QuizButtons.primary(
                                texts.get("quiz.check"), QuizKeys.ENTER, () -> model.answer(view.response())),
                        finish);
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

    private List<Button> finished(Round round) {
        return List.of(
                QuizButtons.primary(texts.get("quiz.again", round.length()), QuizKeys.ENTER, model::again),
                QuizButtons.secondary(texts.get("quiz.choose"), QuizKeys.CHOOSE, model::choose));
    }

    private List<Button> sitting() {
        ExamViewModel exam = model.exam();
        return List.of(
                QuizButtons.primary(texts.get("quiz.exam.next"), QuizKeys.ENTER, exam::next),
                QuizButtons.secondary(texts.get("quiz.exam.back"), QuizKeys.BACK, exam::back),
                QuizButtons.quiet(texts.get("quiz.exam.flag"), QuizKeys.FLAG, exam::flag),
                QuizButtons.quiet(texts.get("quiz.exam.review"), QuizKeys.REVIEW, exam::review));
    }

    private List<Button> reviewing(int place) {
        ExamViewModel exam = model.exam();
        return List.of(
                QuizButtons.primary(texts.get("quiz.exam.return", place + 1), QuizKeys.ENTER, () -> exam.go(place)),
                QuizButtons.secondary(texts.get("quiz.exam.hand-in"), QuizKeys.HAND_IN, exam::handIn),
                QuizButtons.quiet(texts.get("quiz.exam.later"), QuizKeys.CHOOSE, model::choose));
    }

    private void head(Question question, int number) {
        Label seed = Words.line(texts.get("quiz.seed", String.valueOf(question.seed())));
        seed.getStyleClass().addAll("rp-small", "rp-muted");
        head(model.progress(), texts.get("quiz.progress", number, model.length()), seed);
    }

    private void headOfExam(int place) {
        int length = model.exam().length();
        Label flag = Words.line(texts.get("quiz.exam.flagged"));
        flag.setGraphic(new FontIcon(Feather.FLAG));
        flag.getStyleClass().addAll("rp-small", "rp-quiz-flag");
        flag.visibleProperty()
                .bind(model.exam().sheet().map(sheet -> sheet.flagged().contains(place)));
        Label number = Words.line(texts.get("quiz.progress", place + 1, length));
        number.getStyleClass().addAll("rp-small", "rp-muted");
        head((double) (place + 1) / length, texts.get("quiz.progress", place + 1, length), flag, number, time);
        tick();
    }

    private void head(double progress, String words, Node... beside) {
        ShareBar bar = new ShareBar(progress, words);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox head = new HBox(bar);
        head.getChildren().addAll(beside);
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
