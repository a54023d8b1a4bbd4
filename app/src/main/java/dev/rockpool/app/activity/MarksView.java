package dev.rockpool.app.activity;

import atlantafx.base.theme.Styles;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.activity.GradeBook;
import dev.rockpool.quiz.activity.Grading;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A folder of handed-in files, graded: each student's score as the model finds it, and what was noticed in the file.
public final class MarksView {
    private final StackPane root = new StackPane();
    private final Texts texts;
    private final Runnable save;
    private final Runnable close;

    /// @param save writes the marks as CSV
    /// @param close leads back
    public MarksView(GradeBook book, Texts texts, Runnable save, Runnable close) {
        this.texts = texts;
        long noticed =
                book.marks().stream().filter(marks -> !marks.notes().isEmpty()).count();
        Label title = Words.plain(texts.get(
                "activity.marks", book.activity().title(), book.marks().size()));
        title.getStyleClass().addAll("rp-title", "rp-content");
        this.save = save;
        this.close = close;
        Button write = ActivityButtons.of(
                texts.get("activity.marks.save"), ActivityKeys.SAVE, save, Styles.ACCENT, "rp-primary");
        Button back = ActivityButtons.of(texts.get("activity.close"), ActivityKeys.CLOSE, close);
        FlowPane acts = new FlowPane(write, back);
        acts.getStyleClass().add("rp-actions");
        VBox list = new VBox(
                title,
                Words.plain(texts.get(noticed == 0 ? "activity.marks.clean" : "activity.marks.noticed", noticed)),
                acts);
        list.getStyleClass().add("rp-lesson-list");
        book.marks().forEach(marks -> list.getChildren().add(row(marks, book)));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("rp-clear");
        root.getStyleClass().add("rp-screen");
        root.getChildren().setAll(scroll);
    }

    public Region root() {
        return root;
    }

    /// What can be done, with its keys.
    public List<Command> commands() {
        return List.of(
                Command.of("activity.marks.save", "activity.marks.save", save, ActivityKeys.SAVE),
                Command.of("activity.close", "activity.close", close, ActivityKeys.CLOSE));
    }

    /// Puts the focus on what is wanted next.
    public void focus() {
        root.applyCss();
        Node first = root.lookup(".rp-primary");
        if (first != null) {
            first.requestFocus();
        }
    }

    private Node row(Grading.Marks marks, GradeBook book) {
        String student = marks.student().isEmpty() ? marks.file() : marks.student();
        Label name = Words.heading(student);
        name.getStyleClass().add("rp-content");
        Label facts = Words.muted(texts.get(
                "activity.marks.facts",
                marks.worked().toMinutes(),
                marks.marks().stream().mapToInt(Grading.Mark::hints).sum(),
                marks.file()));
        facts.getStyleClass().add("rp-content");
        VBox words = new VBox(name, facts);
        words.getStyleClass().add("rp-lesson-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        for (String note : marks.notes()) {
            Label noticed = Words.plain(note);
            noticed.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            noticed.getStyleClass().addAll("rp-content", "rp-danger");
            words.getChildren().add(noticed);
        }
        Label score = Words.line(texts.get(
                "activity.marks.score", marks.right(), book.activity().items().size()));
        score.getStyleClass().addAll("rp-strong", "rp-number");
        HBox row = new HBox(words, score);
        row.getStyleClass().addAll("rp-card", "rp-lesson");
        return row;
    }
}
