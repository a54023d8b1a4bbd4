package dev.rockpool.app.study;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.HeldKeys;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Card;
import dev.rockpool.study.Flag;
import dev.rockpool.study.schedule.CardState;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The study screen: the card in the middle, what can be done with it below, how far the session is above.
final class StudyView {
    /// Where the next key belongs, the first that there is: the field, the card, the next step.
    private static final List<String> PLACES_OF_FOCUS =
            List.of(".rp-answer-field", ".rp-study-card.rp-focusable", ".rp-primary");

    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass NOW = PseudoClass.getPseudoClass("now");
    private static final double COMPACT_WIDTH = 800;
    private static final double COMPACT_HEIGHT = 520;
    private static final double SPARE_WIDTH = 96;

    private final StudyViewModel model;
    private final Surroundings surroundings;
    private final Texts texts;
    private final StudyWays ways;
    private final BorderPane root = new BorderPane();
    private final HBox counts = new HBox();
    private final SessionBar bar = new SessionBar();
    private final Button undo = new Button();
    private final Button flag = new Button();
    private final List<Button> cardActs;
    private final HBox acts;
    private final HBox undoRow = new HBox();
    private final HeldKeys held = new HeldKeys(root);
    private boolean acted;

    StudyView(StudyViewModel model, Surroundings surroundings, StudyWays ways) {
        this.model = model;
        this.surroundings = surroundings;
        this.ways = ways;
        texts = surroundings.texts();
        cardActs = cardActs();
        acts = acts();
        root.getStyleClass().addAll("rp-screen", "rp-study");
        root.setTop(head());
        model.moment().subscribe(this::show);
        model.progress().subscribe(this::showProgress);
        model.undoName().subscribe(this::showUndo);
        root.widthProperty().subscribe(this::fit);
        root.heightProperty().subscribe(this::fit);
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
    }

    /// Puts the focus where the next key belongs: the field of a typed card, else the card.
    private void focus() {
        root.applyCss(); // a scroll pane has its content only once it is styled
        for (String place : PLACES_OF_FOCUS) {
            Node target = root.lookup(place);
            if (target != null) {
                target.requestFocus();
                return;
            }
        }
    }

    /// Takes the first of the next steps that are offered where no card is shown.
    void next() {
        if (root.lookup(".rp-primary") instanceof Button step) {
            step.fire();
        }
    }

    private void fit() {
        boolean compact = root.getWidth() < COMPACT_WIDTH || root.getHeight() < COMPACT_HEIGHT;
        root.pseudoClassStateChanged(COMPACT, compact);
        boolean below = compact || actsWidth() > root.getWidth();
        if (below != undoRow.getChildren().contains(undo)) {
            acts.getChildren().remove(undo);
            undoRow.getChildren().clear();
            if (below) {
                undoRow.getChildren().add(undo);
            } else {
                acts.getChildren().addFirst(undo);
            }
        }
    }

    /// How wide the row of acts is with the undo in it, with gutters and gaps.
    private double actsWidth() {
        double width = undo.prefWidth(-1) + SPARE_WIDTH;
        for (Button act : cardActs) {
            width += act.prefWidth(-1);
        }
        return width;
    }

    private Region head() {
        counts.getStyleClass().add("rp-study-counts");
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox head = new HBox(bar, counts);
        head.getStyleClass().add("rp-study-head");
        return head;
    }

    private void show(Moment moment) {
        switch (moment) {
            case Moment.Opening _ -> stage(new Region(), new Region(), false);
            case Moment.Front(Face face) -> {
                CardView card = CardView.front(face, surroundings, model::answer);
                stage(scrolled(card.root()), revealBar(face), true);
                mark(face);
            }
            case Moment.Back back -> {
                stage(
                        scrolled(CardView.back(back, surroundings, ways).root()),
                        new RatingBar(back, texts, model::rate).root(),
                        true);
                mark(back.face());
            }
            case Moment.Paused _ -> stage(SessionEndView.paused(texts, model), new Region(), false);
            case Moment.Finished finished ->
                stage(scrolled(new SessionEndView(finished, model, texts, ways).root()), new Region(), false);
            case Moment.Nothing nothing ->
                stage(SessionEndView.nothing(nothing, model, texts, ways), new Region(), false);
            case Moment.Failed _ -> stage(SessionEndView.failed(texts, model), new Region(), false);
        }
        if (root.getScene() != null) {
            focus();
            fit();
        }
    }

    private void stage(Region middle, Region act, boolean card) {
        root.setCenter(middle);
        VBox foot = new VBox(act, acts, undoRow);
        foot.getStyleClass().add("rp-study-foot");
        root.setBottom(foot);
        cardActs.forEach(button -> button.setVisible(card));
        counts.setVisible(card);
        bar.setVisible(card);
    }

    private static Region scrolled(Region card) {
        StackPane centred = new StackPane(card);
        centred.getStyleClass().add("rp-study-stage");
        ScrollPane scroll = new ScrollPane(centred);
        scroll.getStyleClass().addAll("rp-clear", "rp-study-scroll");
        scroll.setFocusTraversable(false);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private Region revealBar(Face face) {
        Button reveal = new Button();
        boolean typed = face.card().form() == Card.Form.TYPED;
        reveal.setGraphic(KeyHint.beside(
                texts.get(typed ? "study.check" : "study.reveal"), typed ? StudyKeys.ENTER : StudyKeys.SPACE));
        reveal.setAccessibleText(texts.get(typed ? "study.check" : "study.reveal"));
        reveal.getStyleClass().addAll(Styles.ACCENT, "rp-primary");
        reveal.setOnAction(_ -> {
            if (root.lookup(".rp-answer-field") instanceof TextField field) {
                model.answer(field.getText());
            } else {
                model.reveal();
            }
        });
        HBox bar = new HBox(reveal);
        bar.getStyleClass().add("rp-study-act");
        return bar;
    }

    private List<Button> cardActs() {
        flag.setOnAction(_ -> model.flag());
        return List.of(
                dress(flag, "study.flag", StudyKeys.FLAG),
                act("study.bury", StudyKeys.BURY, model::bury),
                act("study.suspend", StudyKeys.SUSPEND, model::suspend),
                act("study.edit", StudyKeys.EDIT, ways::edit),
                act("study.pause", StudyKeys.PAUSE, model::pause),
                act("study.finish", StudyKeys.FINISH, model::finish));
    }

    private HBox acts() {
        dress(undo, "study.undo", StudyKeys.UNDO);
        undo.setOnAction(_ -> model.undo());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox all = new HBox(undo, gap);
        all.getChildren().addAll(cardActs);
        all.getStyleClass().add("rp-study-acts");
        undoRow.getStyleClass().add("rp-study-acts");
        return all;
    }

    private Button act(String textKey, KeyCombination keys, Runnable action) {
        Button button = new Button();
        dress(button, textKey, keys);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Button dress(Button button, String textKey, KeyCombination keys) {
        button.setGraphic(KeyHint.beside(texts.get(textKey), keys));
        button.setAccessibleText(texts.get(textKey));
        button.getStyleClass().addAll(Styles.FLAT, "rp-quiet");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void mark(Face face) {
        boolean flagged = face.turn().flag() != Flag.NONE;
        flag.setGraphic(KeyHint.beside(texts.get(flagged ? "study.unflag" : "study.flag"), StudyKeys.FLAG));
        flag.setAccessibleText(texts.get(flagged ? "study.unflag" : "study.flag"));
        markKind(face.turn().state());
    }

    private void showProgress(SessionProgress progress) {
        bar.show(progress, texts.get("study.progress", progress.done(), progress.left()));
        if (progress.chosen()) {
            counts.getChildren().setAll(count("study.count.chosen", progress.left()));
        } else {
            counts.getChildren()
                    .setAll(
                            count("study.count.new", progress.newLeft()),
                            count("study.count.learning", progress.learningLeft()),
                            count("study.count.review", progress.reviewLeft()));
        }
    }

    private Label count(String key, int number) {
        Label label = new Label(texts.get(key, number));
        label.getStyleClass().add("rp-study-count");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void markKind(CardState state) {
        int kind = switch (state) {
            case CardState.New _ -> 0;
            case CardState.Learning _, CardState.Relearning _ -> 1;
            case CardState.Review _ -> 2;
        };
        for (int index = 0; index < counts.getChildren().size(); index++) {
            counts.getChildren()
                    .get(index)
                    .pseudoClassStateChanged(
                            NOW, index == kind && counts.getChildren().size() > 1);
        }
    }

    private void showUndo(String name) {
        undo.setVisible(!name.isEmpty());
        undoRow.setManaged(!name.isEmpty());
        undo.setGraphic(KeyHint.beside(
                name.isEmpty() ? texts.get("study.undo") : texts.get("study.undo.named", name), StudyKeys.UNDO));
        undo.setAccessibleText(name.isEmpty() ? texts.get("study.undo") : texts.get("study.undo.named", name));
    }

    /// Before any control: the repeats of a key that is held down are not meant, and Space turns the card rather than
    /// the page.
    private void press(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        KeyCode code = event.getCode();
        acted = !typing;
        boolean scrolls = code.isArrowKey() || code.isNavigationKey() || code == KeyCode.TAB;
        if (scrolls || code.isModifierKey() || (typing && code != KeyCode.ENTER)) {
            return;
        }
        if (!held.press(event)) {
            event.consume();
        } else if (code == KeyCode.SPACE && !typing && !(event.getTarget() instanceof ButtonBase)) {
            space();
            event.consume();
        }
    }

    private void space() {
        switch (model.moment().get()) {
            case Moment.Front _ -> model.reveal();
            case Moment.Back _ -> model.rateAsSuggested();
            case Moment.Paused _ -> model.pause();
            case Moment.Opening _, Moment.Finished _, Moment.Nothing _, Moment.Failed _ -> {}
        }
    }

    /// The character of a key that has acted may arrive in the field of the next card; it was not meant for it.
    private void type(KeyEvent event) {
        if (acted && event.getTarget() instanceof TextInputControl) {
            event.consume();
        }
        acted = false;
        if (!(event.getTarget() instanceof TextInputControl) && StudyKeys.SUSPEND.match(event)) {
            model.suspend();
            event.consume();
        }
    }
}
