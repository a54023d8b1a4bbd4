package dev.rockpool.app.lab;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.claim.Proof;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.Prediction;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The prediction: asked before a run, compared with it after.
final class QuestionView<S, R, N extends Snapshot> {
    private static final KeyCombination ENTER = KeyCombination.valueOf("Enter");

    private static final double LEAST_WORDS = 140;

    /// Words take what the acts leave, up to all they need.
    private static final double WORDS = 560;

    /// What the guess needs at least: the slider, and its value beside it.
    private static final double LEAST_ANSWER = 152;

    private final LabDesk<S, R, N> desk;
    private final LabViewModel<S, R, N> model;
    private final Texts texts;
    private final Runnable why;
    private final Runnable away;
    private final VBox root = new VBox();
    private Optional<Slider> slider = Optional.empty();

    /// @param why shows the explanation
    /// @param away takes the focus when the answer was given
    QuestionView(LabDesk<S, R, N> desk, Runnable why, Runnable away) {
        this.desk = desk;
        this.model = desk.model();
        this.texts = desk.texts();
        this.why = why;
        this.away = away;
        root.getStyleClass().addAll("rp-card", "rp-question-strip");
        root.managedProperty().bind(root.visibleProperty());
        model.question().subscribe(this::show);
        model.guess().subscribe(_ -> focus());
    }

    Region root() {
        return root;
    }

    /// Puts the focus where the answer is given; answers whether there is something to answer.
    boolean focus() {
        slider.ifPresent(Node::requestFocus);
        return slider.isPresent();
    }

    private void show(Optional<Question<S>> question) {
        boolean focused = slider.filter(QuestionView::ownsFocus).isPresent();
        slider = Optional.empty();
        root.setVisible(question.filter(asked -> asked.standing() != Question.Standing.SKIPPED)
                .isPresent());
        question.ifPresent(asked -> {
            switch (asked.standing()) {
                case ASKED -> ask(asked.preset());
                case PREDICTED -> wait(asked);
                case COMPARED -> compare(asked);
                case SKIPPED -> root.getChildren().clear();
            }
        });
        if (focused && slider.isEmpty()) {
            away.run();
        }
    }

    private void ask(Preset<S> preset) {
        Prediction prediction = preset.prediction();
        Slider made = new Slider(prediction.low(), prediction.high(), middle(prediction));
        made.setBlockIncrement(prediction.step());
        made.setId("lab-guess");
        made.setAccessibleText(prediction.question());
        made.getStyleClass().add("rp-guess");
        Label value = Words.line("");
        value.getStyleClass().addAll("rp-strong", "rp-content", "rp-guess-value");
        made.valueProperty()
                .subscribe(now -> value.setText(prediction.unit().format(rounded(prediction, now.doubleValue()))));
        Button predict = new Button();
        predict.setId("lab-predict");
        predict.setGraphic(KeyHint.beside(texts.get("lab.question.predict"), ENTER));
        predict.setAccessibleText(texts.get("lab.question.predict"));
        predict.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        predict.setDefaultButton(true);
        predict.setOnAction(_ -> model.predict(rounded(prediction, made.getValue())));
        made.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                predict.fire();
                event.consume();
            }
        });
        Button skip = new Button(texts.get("lab.question.skip"));
        skip.setOnAction(_ -> model.skip());
        HBox.setHgrow(made, Priority.ALWAYS);
        HBox answer = new HBox(made, value);
        answer.getStyleClass().add("rp-guess-row");
        answer.setMinWidth(LEAST_ANSWER);
        root.getChildren()
                .setAll(row(
                        Feather.HELP_CIRCLE,
                        List.of(strong(title(preset)), summary(preset)),
                        List.of(answer, predict, skip)));
        slider = Optional.of(made);
    }

    private String title(Preset<S> preset) {
        String question = preset.prediction().question();
        return model.isOf(preset) ? question : texts.get("lab.question.of", preset.title(), question);
    }

    private Label summary(Preset<S> preset) {
        Label summary = Words.muted(preset.summary());
        summary.getStyleClass().addAll("rp-content", "rp-question-summary");
        summary.managedProperty().bind(summary.visibleProperty());
        return summary;
    }

    private void wait(Question<S> asked) {
        String guess = shown(asked, asked.guess().orElse(0));
        root.getChildren()
                .setAll(row(
                        Feather.CLOCK,
                        List.of(strong(asked.preset().prediction().question())),
                        List.of(Words.plain(texts.get("lab.question.waiting", guess)))));
    }

    private void compare(Question<S> asked) {
        double guess = asked.guess().orElse(0);
        double outcome = asked.outcome().orElse(0);
        Expected expected = asked.preset().expected();
        boolean near = Math.abs(guess - outcome)
                <= Math.max(expected.tolerance(), asked.preset().prediction().step());
        Label result = strong(
                near
                        ? texts.get("lab.question.right", shown(asked, guess), shown(asked, outcome))
                        : texts.get(
                                guess > outcome ? "lab.question.high" : "lab.question.low",
                                shown(asked, guess),
                                shown(asked, outcome)));
        Label closed = Words.muted(Stream.of(Optional.of(texts.get("lab.question.expected", expected.shown())), bills())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" ")));
        closed.getStyleClass().addAll("rp-content", "rp-question-summary");
        closed.managedProperty().bind(closed.visibleProperty());
        Button reason = act("lab.question.why", "W", why);
        reason.setId("lab-why");
        List<Node> acts = new ArrayList<>(List.of(reason));
        if (proof(asked).isPresent()) {
            Button card = act("lab.question.card", "O", this::openCard);
            card.setId("lab-card");
            acts.add(card);
        }
        if (model.next(asked.preset()).isPresent()) {
            Button next = act("lab.question.next", "Q", model::askNext);
            next.setId("lab-next");
            acts.add(next);
        }
        root.getChildren()
                .setAll(row(near ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE, List.of(result, closed), acts));
        away.run(); // the play button: Space plays again, and the acts show their keys
    }

    private Button act(String key, String keys, Runnable action) {
        Button button = new Button();
        button.setGraphic(KeyHint.beside(texts.get(key), KeyCombination.valueOf(keys)));
        button.setAccessibleText(texts.get(key));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Opens the card that the answered question proves, if it proves one.
    void openCard() {
        model.question()
                .get()
                .filter(asked -> asked.standing() == Question.Standing.COMPARED)
                .flatMap(this::proof)
                .ifPresent(proof -> desk.ways().open(proof.place()));
    }

    private Optional<Proof> proof(Question<S> asked) {
        return asked.preset().cards().stream()
                .flatMap(id -> desk.ways().proof(id).stream())
                .findFirst();
    }

    /// What a month costs now and cost before, where that is another sum.
    private Optional<String> bills() {
        Optional<String> before =
                model.before().get().map(moment -> moment.bill().total().display());
        Optional<String> now =
                model.moment().get().map(moment -> moment.bill().total().display());
        return before.filter(sum -> now.isPresent() && !now.get().equals(sum))
                .map(sum -> texts.get(Paced.key(desk.model().lab(), "lab.question.bills"), sum, now.orElse("")));
    }

    private static boolean ownsFocus(Node node) {
        return node.getScene() != null && node.equals(node.getScene().getFocusOwner());
    }

    private static Node row(Feather icon, List<Node> words, List<Node> acts) {
        FontIcon mark = new FontIcon(icon);
        mark.getStyleClass().add("rp-question-mark");
        VBox column = new VBox();
        column.getChildren().setAll(words);
        column.getStyleClass().add("rp-question-words-lab");
        column.setMinWidth(LEAST_WORDS);
        column.setPrefWidth(WORDS);
        HBox.setHgrow(column, Priority.ALWAYS);
        for (Node act : acts) {
            if (act instanceof Button button) {
                button.setMinWidth(Region.USE_PREF_SIZE);
            }
        }
        HBox buttons = new HBox();
        buttons.getStyleClass().add("rp-actions");
        buttons.getChildren().setAll(acts);
        HBox row = new HBox(mark, column, buttons);
        row.getStyleClass().add("rp-question-line");
        return row;
    }

    private static Label strong(String words) {
        Label label = Words.heading(words);
        label.getStyleClass().add("rp-content");
        return label;
    }

    private String shown(Question<S> asked, double value) {
        return asked.preset().prediction().unit().format(value);
    }

    private static double middle(Prediction prediction) {
        return rounded(prediction, (prediction.low() + prediction.high()) / 2);
    }

    private static double rounded(Prediction prediction, double value) {
        double steps = Math.round((value - prediction.low()) / prediction.step());
        return Math.clamp(prediction.low() + steps * prediction.step(), prediction.low(), prediction.high());
    }
}
