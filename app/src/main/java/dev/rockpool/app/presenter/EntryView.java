package dev.rockpool.app.presenter;

import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Where the presenter enters what the class says: hands, or a guess.
final class EntryView {
    private static final int LONGEST = 4;

    private final PresenterViewModel model;
    private final Texts texts;
    private final Runnable free;
    private final VBox root = new VBox();
    private final List<TextField> fields = new ArrayList<>();
    private final Label told = Words.small("");
    private final Button answer;
    private Optional<Slider> slider = Optional.empty();
    private int shown = -1;
    private long seed;

    /// @param free puts the focus where no key is taken by a control
    EntryView(PresenterViewModel model, Texts texts, Runnable free) {
        this.model = model;
        this.free = free;
        this.texts = texts;
        answer = DeskButtons.act(texts, "present.answer", PresentKeys.ANSWER, model::resolve);
        told.getStyleClass().add("rp-content");
        root.getStyleClass().addAll("rp-card", "rp-desk-card");
        root.managedProperty().bind(root.visibleProperty());
        model.page().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    /// Puts the focus where the class’s answer is entered; answers whether there is such a place.
    boolean focus() {
        if (root.getScene() != null && root.getScene().getWindow() != null) {
            root.getScene().getWindow().requestFocus(); // on a single display the class window has the keys
        }
        if (!fields.isEmpty()) {
            fields.getFirst().requestFocus();
            fields.getFirst().selectAll();
            return true;
        }
        slider.ifPresent(Node::requestFocus);
        return slider.isPresent();
    }

    private void show(Page page) {
        boolean same = shown == model.at().get() && seed == model.seed().get();
        shown = model.at().get();
        seed = model.seed().get();
        switch (page) {
            case Page.Asked asked -> {
                if (!same || fields.size() != asked.question().choices().size()) {
                    hands(asked);
                }
                fill(asked);
            }
            case Page.Guessed guessed
            when guessed.phase() == Page.Phase.ASKED -> {
                if (!same || slider.isEmpty()) {
                    guess(guessed);
                }
                guessed(guessed);
            }
            case Page.Guessed _, Page.Told _, Page.Summed _ -> {
                clear();
                root.setVisible(false);
            }
        }
    }

    private void clear() {
        fields.clear();
        slider = Optional.empty();
        root.getChildren().clear();
        root.setVisible(true);
    }

    // ---- hands

    private void hands(Page.Asked page) {
        clear();
        root.getChildren().add(Words.heading(texts.get("present.hands", PresentKeys.COUNT)));
        FlowPane counts = new FlowPane();
        counts.getStyleClass().add("rp-desk-counts");
        for (int choice = 0; choice < page.question().choices().size(); choice++) {
            counts.getChildren().add(count(page, choice));
        }
        root.getChildren().addAll(counts, told);
        if (model.canResolve()) {
            root.getChildren().add(answer);
        }
    }

    private Node count(Page.Asked page, int choice) {
        String name = page.question().typed() ? page.question().choices().get(choice) : ClassView.letter(choice);
        TextField field = new TextField("0");
        field.getStyleClass().add("rp-desk-count");
        field.setAccessibleText(
                texts.get("present.hands.for", page.question().choices().get(choice)));
        field.textProperty().subscribe((_, typed) -> typed(choice, typed));
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                next(choice);
                event.consume();
            }
        });
        fields.add(field);
        Label label = Words.line(name);
        label.getStyleClass().add("rp-content");
        HBox pair = new HBox(label, field);
        pair.getStyleClass().add("rp-desk-pair");
        return pair;
    }

    /// The next field; behind the last one the keys are free again.
    private void next(int choice) {
        if (choice + 1 < fields.size()) {
            fields.get(choice + 1).requestFocus();
            fields.get(choice + 1).selectAll();
        } else {
            free.run();
        }
    }

    private void typed(int choice, String typed) {
        String digits = typed.replaceAll("\\D", "");
        String kept = digits.length() > LONGEST ? digits.substring(0, LONGEST) : digits;
        if (!kept.equals(typed)) {
            fields.get(choice).setText(kept);
        } else {
            model.count(choice, kept.isEmpty() ? 0 : Integer.parseInt(kept));
        }
    }

    private void fill(Page.Asked page) {
        for (int choice = 0; choice < fields.size(); choice++) {
            String counted = String.valueOf(page.tally().hands().get(choice));
            TextField field = fields.get(choice);
            boolean typedNothing = field.isFocused() && field.getText().isEmpty();
            if (!typedNothing && !field.getText().equals(counted) && !sameNumber(field.getText(), counted)) {
                field.setText(counted);
            }
        }
        String right = page.question().right().isPresent() && !page.question().typed()
                ? texts.get(
                        "present.hands.right",
                        ClassView.letter(page.question().right().getAsInt()),
                        page.question().key())
                : page.question().key().isEmpty()
                        ? ""
                        : texts.get("present.hands.key", page.question().key());
        String sum = texts.get("present.hands.sum", page.tally().total());
        told.setText(right.isEmpty() ? sum : texts.get("present.hands.both", sum, right));
        DeskButtons.name(
                answer, texts.get(page.resolved() ? "present.answer.hide" : "present.answer"), PresentKeys.ANSWER);
    }

    private static boolean sameNumber(String typed, String counted) {
        return !typed.isEmpty() && Integer.parseInt(typed) == Integer.parseInt(counted);
    }

    // ---- a guess

    private void guess(Page.Guessed page) {
        clear();
        if (page.prediction().isEmpty()) {
            root.setVisible(false);
            return;
        }
        Prediction prediction = page.prediction().get();
        Slider made = new Slider(prediction.low(), prediction.high(), middle(prediction));
        made.setBlockIncrement(prediction.step());
        made.setAccessibleText(prediction.question());
        made.valueProperty().addListener((_, _, now) -> model.guess(rounded(prediction, now.doubleValue())));
        HBox.setHgrow(made, Priority.ALWAYS);
        slider = Optional.of(made);
        root.getChildren().setAll(Words.heading(texts.get("present.guess", PresentKeys.COUNT)), made, told);
    }

    private void guessed(Page.Guessed page) {
        page.prediction().ifPresent(prediction -> {
            if (page.guess().isPresent()) {
                double guess = page.guess().getAsDouble();
                slider.filter(each -> rounded(prediction, each.getValue()) != guess)
                        .ifPresent(each -> each.setValue(guess));
                told.setText(texts.get("present.guess.is", prediction.unit().format(guess)));
            } else {
                told.setText(texts.get(
                        "present.guess.none",
                        prediction.unit().format(prediction.low()),
                        prediction.unit().format(prediction.high())));
            }
        });
    }

    private static double middle(Prediction prediction) {
        return rounded(prediction, (prediction.low() + prediction.high()) / 2);
    }

    private static double rounded(Prediction prediction, double value) {
        double steps = Math.round((value - prediction.low()) / prediction.step());
        return Math.clamp(prediction.low() + steps * prediction.step(), prediction.low(), prediction.high());
    }
}
