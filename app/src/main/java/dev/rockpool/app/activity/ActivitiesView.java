package dev.rockpool.app.activity;

import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Activity;
import dev.rockpool.content.Finding;
import dev.rockpool.content.ParsedActivity;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The activities to choose from, what is wrong with the user's own, and what a teacher does with them.
public final class ActivitiesView {
    private final ActivityShelf shelf;
    private final Texts texts;
    private final Acts acts;
    private final VBox root = new VBox();

    /// What can be done with activities.
    public interface Acts {
        /// A student works at one.
        void work(Activity activity);

        /// A teacher changes the one in a file, or writes the file.
        void edit(Path file);

        /// A student opens a file.
        void open();

        /// A teacher grades a folder.
        void grade();
    }

    public ActivitiesView(ActivityShelf shelf, Texts texts, Acts acts) {
        this.shelf = shelf;
        this.texts = texts;
        this.acts = acts;
        root.getStyleClass().add("rp-activity-list");
        shelf.activities().subscribe(this::show);
    }

    public Region root() {
        return root;
    }

    private void show(List<ParsedActivity> activities) {
        root.getChildren()
                .setAll(Words.heading(texts.get("activity.list")), Words.plain(texts.get("activity.list.why")));
        for (ParsedActivity parsed : activities) {
            root.getChildren().add(parsed.activity().map(this::row).orElseGet(() -> faulty(parsed)));
        }
        root.getChildren().add(teacher());
        root.getChildren().forEach(node -> node.getStyleClass().add("rp-content"));
    }

    private Region row(Activity activity) {
        String facts = texts.get("activity.list.facts", activity.items().size(), activity.minutes());
        VBox words = new VBox(Words.heading(activity.title()), Words.plain(activity.about()), Words.muted(facts));
        words.getChildren().forEach(node -> node.getStyleClass().add("rp-content"));
        words.getStyleClass().add("rp-lesson-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        FontIcon icon = new FontIcon(Feather.EDIT_3);
        icon.getStyleClass().add("rp-lesson-play");
        RowButton row = new RowButton(
                texts.get("activity.list.start", activity.title(), facts), () -> acts.work(activity), icon, words);
        row.getStyleClass().addAll("rp-card", "rp-lesson");
        if (activity.builtIn()) {
            return row;
        }
        Button edit = edit(Path.of(activity.file()));
        HBox both = new HBox(row, edit);
        HBox.setHgrow(row, Priority.ALWAYS);
        both.getStyleClass().add("rp-activity-row");
        return both;
    }

    private Button edit(Path file) {
        Button edit = new Button(texts.get("activity.list.edit"));
        edit.setAccessibleText(texts.get("activity.list.edit.named", String.valueOf(file.getFileName())));
        edit.setMinWidth(Region.USE_PREF_SIZE);
        edit.setOnAction(_ -> acts.edit(file));
        return edit;
    }

    private Region faulty(ParsedActivity parsed) {
        Path file = Path.of(parsed.file());
        VBox card = new VBox(Words.heading(texts.get("present.list.fault", String.valueOf(file.getFileName()))));
        for (Finding fault : parsed.faults()) {
            Label sentence = Words.plain(texts.get("present.list.fault.line", fault.line(), fault.sentence()));
            card.getChildren().add(sentence);
        }
        card.getChildren().forEach(node -> node.getStyleClass().add("rp-content"));
        card.getChildren().add(edit(file));
        card.getStyleClass().addAll("rp-card", "rp-lesson-fault");
        return card;
    }

    private Region teacher() {
        Label words = Words.plain(texts.get("activity.list.folder", shelf.folderName()));
        words.getStyleClass().add("rp-content");
        Button write = button("activity.list.write", ActivityKeys.WRITE, () -> acts.edit(shelf.fresh()));
        Button open = button("activity.list.open", ActivityKeys.OPEN, acts::open);
        Button grade = button("activity.list.grade", ActivityKeys.GRADE, acts::grade);
        FlowPane buttons = new FlowPane(open, write, grade);
        buttons.getStyleClass().add("rp-actions");
        VBox card = new VBox(words, buttons);
        card.getStyleClass().addAll("rp-card", "rp-desk-card");
        return card;
    }

    private Button button(String textKey, String key, Runnable action) {
        return ActivityButtons.of(texts.get(textKey), key, action);
    }
}
