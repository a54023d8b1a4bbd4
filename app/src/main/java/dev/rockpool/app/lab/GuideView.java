package dev.rockpool.app.lab;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.GuidedStep;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The guided walk: what the class sees, and for the presenter what to say and ask. Goes by the keys of a presenter's
/// remote, Page Down and Page Up.
final class GuideView<S, R, N extends Snapshot> {
    private final LabDesk<S, R, N> desk;
    private final Texts texts;
    private final List<GuidedStep> steps;
    private final BooleanProperty notes = new SimpleBooleanProperty();
    private final VBox root = new VBox();
    private int at = -1;

    GuideView(LabDesk<S, R, N> desk) {
        this.desk = desk;
        texts = desk.texts();
        steps = desk.model().lab().guide();
        root.getStyleClass().addAll("rp-card", "rp-guide");
        root.managedProperty().bind(root.visibleProperty());
        root.setVisible(false);
        notes.subscribe(_ -> draw());
    }

    Region root() {
        return root;
    }

    boolean running() {
        return at >= 0;
    }

    /// Begins, or ends.
    void toggle() {
        if (running()) {
            stop();
        } else {
            go(0);
        }
    }

    void next() {
        if (at + 1 < steps.size()) {
            go(at + 1);
        } else {
            stop();
        }
    }

    void previous() {
        if (at > 0) {
            go(at - 1);
        }
    }

    void toggleNotes() {
        notes.set(!notes.get());
    }

    private void stop() {
        at = -1;
        root.setVisible(false);
    }

    private void go(int step) {
        if (steps.isEmpty()) {
            return;
        }
        at = step;
        desk.model().open(desk.model().lab().preset(steps.get(step).preset()));
        root.setVisible(true);
        draw();
    }

    private void draw() {
        if (!running()) {
            return;
        }
        GuidedStep step = steps.get(at);
        Label place = Words.muted(texts.get("lab.guide.step", at + 1, steps.size(), step.seconds()));
        Label title = Words.heading(step.title());
        title.getStyleClass().add("rp-content");
        VBox words = new VBox(place, title, new MarkdownView(step.text(), desk.surroundings(), Hits.NONE).root());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getStyleClass().add("rp-question-words-lab");
        FlowPane acts = new FlowPane();
        acts.getStyleClass().add("rp-actions");
        acts.getChildren()
                .setAll(
                        act("lab.guide.previous", "Page Up", this::previous),
                        act(at + 1 < steps.size() ? "lab.guide.next" : "lab.guide.end", "Page Down", this::next),
                        act(notes.get() ? "lab.guide.hide" : "lab.guide.notes", "N", this::toggleNotes));
        acts.getChildren().get(1).getStyleClass().add(Styles.ACCENT);
        acts.getChildren().getFirst().setDisable(at == 0);
        FontIcon mark = new FontIcon(Feather.COMPASS);
        mark.getStyleClass().add("rp-question-mark");
        HBox line = new HBox(mark, words, acts);
        line.getStyleClass().add("rp-question-line");
        root.getChildren().setAll(line);
        if (notes.get()) {
            VBox said = new VBox(
                    Words.heading(texts.get("lab.guide.presenter")),
                    new MarkdownView(step.notes(), desk.surroundings(), Hits.NONE).root());
            said.getStyleClass().addAll("rp-inset", "rp-guide-notes");
            root.getChildren().add(said);
        }
    }

    private Button act(String key, String keys, Runnable action) {
        Button button = new Button();
        button.setGraphic(KeyHint.beside(texts.get(key), KeyCombination.valueOf(keys)));
        button.setAccessibleText(texts.get(key));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
