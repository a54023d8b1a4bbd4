package dev.rockpool.app.activity;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.answer.AnswerView;
import dev.rockpool.app.answer.QuestionWords;
import dev.rockpool.app.file.FileDialogs;
import dev.rockpool.app.file.UserFiles;
import dev.rockpool.app.kit.ShareBar;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.lab.LabEntry;
import dev.rockpool.app.lab.TaskBench;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.markdown.PlainText;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Activity;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.activity.HandIn;
import dev.rockpool.quiz.activity.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One activity that a student works at: the name, the tasks one after the other, the file to hand in.
public final class ActivityRoom {
    private static final int LONGEST_STEM = 160;
    /// Options that a digit picks.
    private static final int DIGITS = 5;

    private final AppContext context;
    private final Texts texts;
    private final List<LabEntry<?, ?, ?>> labs;
    private final FileDialogs dialogs;
    private final Runnable left;
    private final ActivityWork work;
    private final Surroundings surroundings;
    private final BorderPane root = new BorderPane();
    private final Label time = Words.line("");
    private final Timeline clock = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
    private Optional<AnswerView> answer = Optional.empty();

    /// @param left told when the student leaves
    public ActivityRoom(
            AppContext context, Activity activity, List<LabEntry<?, ?, ?>> labs, FileDialogs dialogs, Runnable left) {
        this.context = context;
        this.labs = List.copyOf(labs);
        this.dialogs = dialogs;
        this.left = left;
        texts = context.texts();
        surroundings = new Surroundings(texts, context.library()::image, context.outside()::open);
        work = new ActivityWork(
                activity, context.directory().activities().resolve("unfinished"), context.tasks(), context.clock());
        time.getStyleClass().add("rp-quiz-time");
        clock.setCycleCount(Animation.INDEFINITE);
        root.getStyleClass().addAll("rp-screen", "rp-study", "rp-quiz");
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        work.stage().subscribe(this::show);
    }

    public Region root() {
        return root;
    }

    /// Puts the focus where work starts.
    public void focus() {
        root.applyCss();
        for (String place : List.of(".rp-answer-field", ".rp-primary")) {
            Node target = root.lookup(place);
            if (target != null && !target.isDisabled()) {
                target.requestFocus();
                return;
            }
        }
    }

    /// The room has come to the front.
    public void arrive() {
        clock.play();
        focus();
    }

    /// The room goes; its time goes on without being looked at.
    public void rest() {
        clock.stop();
        keepAnswer();
        answer.ifPresent(AnswerView::rest);
    }

    /// What can be done, with its keys.
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (int index = 0; index < DIGITS; index++) {
            int at = index;
            String digit = AnswerView.digit(index);
            commands.add(Command.of(
                            "activity.answer" + digit,
                            "quiz.answer." + digit,
                            () -> answer.ifPresent(view -> view.press(at)),
                            digit,
                            "Numpad " + digit)
                    .when(() -> at < options()));
        }
        commands.addAll(List.of(
                Command.of("activity.step", "activity.step", this::step, ActivityKeys.ENTER)
                        .when(() -> work.stage().get() instanceof ActivityWork.Stage.Working),
                Command.of("activity.back", "activity.back", this::back, ActivityKeys.BACK)
                        .when(() -> work.stage().get() instanceof ActivityWork.Stage.Working(int place) && place > 0),
                Command.of("activity.save", "activity.save", this::save, ActivityKeys.SAVE)
                        .when(() -> work.stage().get() instanceof ActivityWork.Stage.Done),
                Command.of("activity.close", "activity.close", left, ActivityKeys.CLOSE)));
        return commands;
    }

    private int options() {
        return work.stage().get() instanceof ActivityWork.Stage.Working(int place)
                        && work.question(place).form() instanceof Form.Options asked
                ? asked.options().size()
                : 0;
    }

    /// Enter in a field has done its work there, and must not go on from what that has brought.
    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextInputControl) {
            event.consume();
        }
    }

    private void step() {
        if (work.stage().get() instanceof ActivityWork.Stage.Working(int place)) {
            next(place);
        }
    }

    private void back() {
        if (work.stage().get() instanceof ActivityWork.Stage.Working(int place)) {
            go(place - 1);
        }
    }

    private void save() {
        if (work.stage().get() instanceof ActivityWork.Stage.Done done) {
            save(done.handIn());
        }
    }

    /// The activity and the task, for the header.
    public ObservableValue<String> where() {
        return work.stage().map(stage -> switch (stage) {
            case ActivityWork.Stage.Naming _, ActivityWork.Stage.Done _ ->
                texts.get("activity.at", work.activity().title());
            case ActivityWork.Stage.Working(int place) ->
                texts.get(
                        "activity.where",
                        work.activity().title(),
                        place + 1,
                        work.activity().items().size());
        });
    }

    private void show(ActivityWork.Stage stage) {
        answer.ifPresent(AnswerView::rest);
        answer = Optional.empty();
        root.setTop(null);
        switch (stage) {
            case ActivityWork.Stage.Naming _ -> naming();
            case ActivityWork.Stage.Working(int place) -> working(place);
            case ActivityWork.Stage.Done done -> done(done);
        }
        if (root.getScene() != null) {
            focus();
        }
    }

    private void naming() {
        Activity activity = work.activity();
        TextField name = new TextField();
        name.setPromptText(texts.get("activity.name"));
        name.setAccessibleText(texts.get("activity.name"));
        name.getStyleClass().add("rp-answer-field");
        Button begin = primary("activity.begin", ActivityKeys.ENTER, () -> work.begin(name.getText()));
        begin.disableProperty()
                .bind(name.textProperty()
                        .map(text -> text.isBlank() || text.strip().length() > Journal.LONGEST_NAME));
        name.setOnAction(_ -> work.begin(name.getText()));
        VBox card = new VBox(
                title(activity.title()),
                content(activity.about()),
                Words.plain(texts.get("activity.facts", activity.items().size(), activity.minutes())),
                Words.plain(texts.get("activity.rules")),
                name);
        card.getStyleClass().addAll("rp-card", "rp-study-card");
        stage(card, List.of(begin, quiet("activity.leave", ActivityKeys.CLOSE, left)));
    }

    private void working(int place) {
        Question question = work.question(place);
        int tasks = work.activity().items().size();
        AnswerView view = new AnswerView(
                question.form(),
                work.response(place),
                new QuestionWords(surroundings, order -> bench(order, place)),
                texts,
                response -> {
                    if (question.form() instanceof Form.Options || question.form() instanceof Form.InLab) {
                        work.answer(place, response);
                    }
                },
                () -> next(place),
                true);
        answer = Optional.of(view);
        Region stem = new MarkdownView(question.stem(), surroundings, Hits.NONE).root();
        stem.getStyleClass().addAll("rp-quiz-asked", "rp-quiz-stem");
        VBox card = new VBox(stem, view.root());
        card.getStyleClass().addAll("rp-card", "rp-study-card");
        if (question.form() instanceof Form.InLab) {
            card.getStyleClass().add("rp-quiz-wide");
        }
        List<Button> steps = new ArrayList<>();
        boolean last = place == tasks - 1;
        steps.add(
                last
                        ? primary("activity.hand-in", ActivityKeys.ENTER, this::handIn)
                        : primary("activity.next", ActivityKeys.ENTER, () -> next(place)));
        if (place > 0) {
            steps.add(secondary("activity.back", ActivityKeys.BACK, () -> go(place - 1)));
        }
        steps.add(quiet("activity.later", ActivityKeys.CLOSE, left));
        stage(card, steps);
        head(place, tasks);
    }

    private TaskBench bench(TaskBench.Order order, int place) {
        return TaskBench.of(
                context,
                labs,
                new TaskBench.Order(order.setup(), order.given(), order.changed(), number -> work.hint(place, number)));
    }

    private void head(int place, int tasks) {
        String words = texts.get("activity.progress", place + 1, tasks);
        ShareBar bar = new ShareBar((double) (place + 1) / tasks, words);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label number = Words.line(words);
        number.getStyleClass().addAll("rp-small", "rp-muted");
        HBox head = new HBox(bar, number, time);
        head.getStyleClass().add("rp-study-head");
        root.setTop(head);
        tick();
    }

    private void next(int place) {
        if (place < work.activity().items().size() - 1) {
            go(place + 1);
        } else {
            keepAnswer();
            root.lookup(".rp-primary").requestFocus();
        }
    }

    private void go(int place) {
        keepAnswer();
        work.go(place);
    }

    private void handIn() {
        keepAnswer();
        work.handIn();
    }

    private void keepAnswer() {
        if (work.stage().get() instanceof ActivityWork.Stage.Working(int place)) {
            answer.ifPresent(view -> work.answer(place, view.response()));
        }
    }

    private void tick() {
        Duration now = work.left();
        time.setText(
                now.isNegative() || now.isZero()
                        ? texts.get("activity.over")
                        : texts.get(
                                "activity.left",
                                String.format(Locale.ROOT, "%d:%02d", now.toMinutes(), now.toSecondsPart())));
    }

    private void done(ActivityWork.Stage.Done done) {
        VBox card = new VBox(
                title(texts.get(
                        "activity.done", done.handIn().right(), done.handIn().of())),
                Words.plain(texts.get("activity.done.why")));
        card.getStyleClass().addAll("rp-card", "rp-study-card");
        for (int place = 0; place < done.right().size(); place++) {
            boolean right = done.right().get(place);
            Label mark = Words.line(texts.get(right ? "quiz.right" : "quiz.wrong"));
            mark.setGraphic(new FontIcon(right ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE));
            mark.getStyleClass().addAll("rp-check-mark", right ? "rp-right" : "rp-not-right");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            Label stem = content(PlainText.line(work.item(place).stem(), LONGEST_STEM));
            HBox row = new HBox(mark, stem);
            row.getStyleClass().add("rp-check-told");
            card.getChildren().add(row);
        }
        stage(
                card,
                List.of(
                        primary("activity.save", ActivityKeys.SAVE, () -> save(done.handIn())),
                        secondary("activity.close", ActivityKeys.CLOSE, left)));
    }

    private void save(HandIn handIn) {
        String name = handIn.journal().student().replaceAll("[^\\p{L}\\p{N}]+", "-") + HandIn.ENDING;
        dialogs.save(texts.get("activity.save"), name)
                .ifPresent(file -> new UserFiles(context).write(file, handIn.text(), work::saved));
    }

    private void stage(Region card, List<Button> steps) {
        StackPane centred = new StackPane(card);
        centred.getStyleClass().add("rp-study-stage");
        ScrollPane scroll = new ScrollPane(centred);
        scroll.getStyleClass().addAll("rp-clear", "rp-study-scroll");
        scroll.setFocusTraversable(false);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setCenter(scroll);
        HBox acts = new HBox();
        acts.getChildren().setAll(steps);
        acts.getStyleClass().add("rp-study-act");
        VBox foot = new VBox(acts);
        foot.getStyleClass().add("rp-study-foot");
        root.setBottom(foot);
    }

    private static Label title(String words) {
        Label title = content(words);
        title.getStyleClass().add("rp-title");
        return title;
    }

    private static Label content(String words) {
        Label label = Words.plain(words);
        label.getStyleClass().add("rp-content");
        return label;
    }

    private Button primary(String textKey, String key, Runnable action) {
        return ActivityButtons.of(texts.get(textKey), key, action, Styles.ACCENT, "rp-primary");
    }

    private Button secondary(String textKey, String key, Runnable action) {
        return ActivityButtons.of(texts.get(textKey), key, action, "rp-secondary", "rp-quiz-secondary");
    }

    private Button quiet(String textKey, String key, Runnable action) {
        return ActivityButtons.of(texts.get(textKey), key, action, Styles.FLAT, "rp-quiet");
    }
}
