package dev.rockpool.app.lab;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.KeyHint;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.MarkdownView;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.GuidedStep;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The guided walk: what the class sees, and for the presenter what to say and ask. Goes by the keys of a presenter's
/// remote, Page Down and Page Up.
final class GuideView<S, R, N extends Snapshot> {
    private static final double LEAST_WORDS = 200;
    private static final double WORDS = 560;

    private final LabDesk<S, R, N> desk;
    private final Texts texts;
    private final List<GuidedStep> steps;
    private final BooleanProperty notes = new SimpleBooleanProperty();
    private final HBox acts = new HBox();
    private final VBox root = new VBox();
    private boolean compact;
    private int at = -1;

    GuideView(LabDesk<S, R, N> desk) {
        this.desk = desk;
        texts = desk.texts();
        steps = desk.model().lab().guide();
        root.getStyleClass().addAll("rp-card", "rp-guide");
        root.managedProperty().bind(root.visibleProperty());
        root.setVisible(false);
        acts.getStyleClass().add("rp-actions");
        acts.visibleProperty().bind(root.visibleProperty());
        acts.managedProperty().bind(acts.visibleProperty());
        notes.subscribe(_ -> draw());
    }

    Region root() {
        return root;
    }

    /// Its buttons; they stand in the strip, or elsewhere where there is little room.
    Region acts() {
        return acts;
    }

    /// Leaves its buttons to another place, or takes them back.
    void compact(boolean little) {
        compact = little;
        draw();
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
        Label place = Words.muted(
                notes.get()
                        ? texts.get("lab.guide.presenter", at + 1, steps.size())
                        : texts.get("lab.guide.step", at + 1, steps.size(), step.seconds()));
        place.getStyleClass().add("rp-question-summary");
        place.managedProperty().bind(place.visibleProperty());
        Label title = Words.heading(step.title());
        title.getStyleClass().add("rp-content");
        String said = notes.get() ? step.notes() : step.text();
        VBox words = new VBox(place, title, new MarkdownView(said, desk.surroundings(), Hits.NONE).root());
        words.setMinWidth(LEAST_WORDS);
        words.setPrefWidth(WORDS);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getStyleClass().add("rp-question-words-lab");
        acts.getChildren()
                .setAll(
                        icon(Feather.ARROW_LEFT, "lab.guide.previous", "Page Up", this::previous),
                        act(at + 1 < steps.size() ? "lab.guide.next" : "lab.guide.end", "Page Down", this::next),
                        icon(
                                Feather.MESSAGE_SQUARE,
                                notes.get() ? "lab.guide.hide" : "lab.guide.notes",
                                "N",
                                this::toggleNotes));
        acts.getChildren().get(1).getStyleClass().add(Styles.ACCENT);
        acts.getChildren().getFirst().setDisable(at == 0);
        FontIcon mark = new FontIcon(Feather.COMPASS);
        mark.getStyleClass().add("rp-question-mark");
        HBox line = compact ? new HBox(mark, words) : new HBox(mark, words, acts);
        line.getStyleClass().add("rp-question-line");
        root.getChildren().setAll(line);
    }

    private Button icon(Feather icon, String key, String keys, Runnable action) {
        Button button = act(key, keys, action);
        HBox pair = new HBox(new FontIcon(icon), KeyLabel.of(KeyCombination.valueOf(keys)));
        pair.getStyleClass().add("rp-key-pair");
        button.setGraphic(pair);
        button.setTooltip(new Tooltip(texts.get(key)));
        return button;
    }

    private Button act(String key, String keys, Runnable action) {
        Button button = new Button();
        button.setGraphic(KeyHint.beside(texts.get(key), KeyCombination.valueOf(keys)));
        button.setAccessibleText(texts.get(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
