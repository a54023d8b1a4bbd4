package dev.rockpool.app.activity;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Activity;
import dev.rockpool.content.Finding;
import dev.rockpool.content.ParsedActivity;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The Markdown of an activity, with what is wrong in it beside; every lab is run to find out.
public final class ActivityEditor {
    private static final Duration QUIET = Duration.millis(400);

    private final AppContext context;
    private final Texts texts;
    private final Path file;
    private final TextArea area = new TextArea();
    private final VBox findings = new VBox();
    private final Button attempt;
    private final PauseTransition pause = new PauseTransition(QUIET);
    private final VBox root = new VBox();
    private final Consumer<Activity> works;
    private final Consumer<String> again;
    private final Runnable close;
    private String saved;
    private Optional<Activity> good = Optional.empty();

    /// @param file where it is saved
    /// @param text what it holds now
    /// @param works opens the activity as a student meets it
    /// @param again opens the editor with a text that was not saved
    /// @param close leads back
    public ActivityEditor(
            AppContext context,
            Path file,
            String text,
            Consumer<Activity> works,
            Consumer<String> again,
            Runnable close) {
        this.again = again;
        this.context = context;
        this.file = file;
        texts = context.texts();
        saved = text;
        area.setText(text);
        area.setWrapText(true);
        area.getStyleClass().addAll("rp-mono", "rp-content");
        area.setAccessibleText(texts.get("activity.editor.text", String.valueOf(file.getFileName())));
        HBox.setHgrow(area, Priority.ALWAYS);
        findings.getStyleClass().addAll("rp-card", "rp-activity-findings");
        HBox both = new HBox(area, findings);
        both.getStyleClass().add("rp-activity-editor");
        VBox.setVgrow(both, Priority.ALWAYS);
        this.works = works;
        this.close = close;
        Button save = button("activity.editor.save", ActivityKeys.SAVE, this::save, Styles.ACCENT, "rp-primary");
        attempt = button("activity.editor.try", ActivityKeys.WORK, this::attempt);
        attempt.setDisable(true);
        Button undo = button("activity.editor.undo", ActivityKeys.UNDO, area::undo);
        undo.disableProperty().bind(area.undoableProperty().not());
        FlowPane acts = new FlowPane(save, attempt, undo, button("activity.close", ActivityKeys.CLOSE, this::leave));
        acts.getStyleClass().add("rp-actions");
        Label title = Words.heading(texts.get("activity.editor", String.valueOf(file.getFileName())));
        title.getStyleClass().add("rp-content");
        root.getStyleClass().addAll("rp-screen", "rp-activity");
        root.getChildren().setAll(title, both, acts);
        pause.setOnFinished(_ -> check());
        area.textProperty().subscribe((_, _) -> pause.playFromStart());
        check();
    }

    public Region root() {
        return root;
    }

    /// Puts the focus into the text.
    public void focus() {
        area.requestFocus();
    }

    /// What can be done, with its keys.
    public List<Command> commands() {
        return List.of(
                Command.of("activity.editor.save", "activity.editor.save", this::save, ActivityKeys.SAVE),
                Command.of("activity.editor.try", "activity.editor.try", this::attempt, ActivityKeys.WORK)
                        .when(() -> good.isPresent()),
                Command.of("activity.close", "activity.close", this::leave, ActivityKeys.CLOSE));
    }

    private Button button(String textKey, String key, Runnable action, String... styles) {
        return ActivityButtons.of(texts.get(textKey), key, action, styles);
    }

    /// Goes; text that was not saved can be had again.
    private void leave() {
        String text = area.getText();
        close.run();
        if (!text.equals(saved)) {
            context.notices().show(texts.get("activity.editor.dropped"), () -> again.accept(text));
        }
    }

    private void attempt() {
        good.ifPresent(activity -> {
            save();
            works.accept(activity);
        });
    }

    private void check() {
        String text = area.getText();
        context.tasks()
                .of(_ -> ActivityShelf.PARSER.parse(String.valueOf(file.getFileName()), text, false))
                .onSuccess(parsed -> {
                    if (text.equals(area.getText())) {
                        show(parsed);
                    }
                })
                .start();
    }

    private void show(ParsedActivity parsed) {
        good = parsed.activity();
        attempt.setDisable(good.isEmpty());
        findings.getChildren()
                .setAll(Words.heading(
                        texts.get("activity.editor.faults", parsed.faults().size())));
        for (Finding fault : parsed.faults()) {
            Label sentence = Words.plain(texts.get("activity.editor.fault", fault.line(), fault.sentence()));
            sentence.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            sentence.getStyleClass().add("rp-content");
            findings.getChildren().add(sentence);
        }
        good.ifPresent(activity -> findings.getChildren()
                .add(Words.plain(texts.get("activity.facts", activity.items().size(), activity.minutes()))));
    }

    private void save() {
        String text = area.getText();
        context.tasks()
                .of(_ -> {
                    try {
                        Files.createDirectories(file.toAbsolutePath().getParent());
                        return Files.writeString(file, text, StandardCharsets.UTF_8);
                    } catch (IOException failure) {
                        throw new EnvironmentException(
                                "app-export-unwritable",
                                Quote.of(file.toString()) + " cannot be written: choose another folder.",
                                failure);
                    }
                })
                .onSuccess(written -> {
                    saved = text;
                    context.notices().show(texts.get("file.written", String.valueOf(written.getFileName())));
                })
                .start();
    }
}
