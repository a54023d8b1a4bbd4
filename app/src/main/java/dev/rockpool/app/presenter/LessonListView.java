package dev.rockpool.app.presenter;

import dev.rockpool.app.activity.ActivitiesView;
import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.shell.KeyLabel;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Finding;
import dev.rockpool.content.Lesson;
import dev.rockpool.content.ParsedLesson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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

/// The lessons to choose from: what each teaches, how long it takes, and what is wrong with the user’s own.
final class LessonListView {
    private final LessonShelf shelf;
    private final ActivitiesView activities;
    private final Texts texts;
    private final Consumer<Lesson> start;
    private final Runnable showFolder;
    private final Runnable classes;
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final StackPane root = new StackPane(scroll);
    private final List<Lesson> startable = new ArrayList<>();

    /// @param activities what is shown below the lessons
    /// @param classes leads to what earlier classes gained
    LessonListView(
            LessonShelf shelf,
            ActivitiesView activities,
            Texts texts,
            Consumer<Lesson> start,
            Runnable showFolder,
            Runnable classes) {
        this.classes = classes;
        this.shelf = shelf;
        this.activities = activities;
        this.texts = texts;
        this.start = start;
        this.showFolder = showFolder;
        list.getStyleClass().addAll("rp-lesson-list");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("rp-clear");
        root.getStyleClass().add("rp-screen");
        shelf.lessons().subscribe(this::show);
    }

    Region root() {
        return root;
    }

    /// Puts the focus on the first lesson.
    void focus() {
        root.applyCss();
        Node first = list.lookup(".rp-lesson");
        if (first != null) {
            first.requestFocus();
        }
    }

    /// Brings the activities into view and puts the focus on the first.
    void focusActivities() {
        root.applyCss();
        root.layout();
        scroll.setVvalue(scroll.getVmax());
        Node first = activities.root().lookup(".rp-lesson");
        if (first != null) {
            first.requestFocus();
        }
    }

    /// Starts the lesson at that place of the list; nothing if there is none.
    void start(int index) {
        if (index < startable.size()) {
            start.accept(startable.get(index));
        }
    }

    /// How many lessons can be started.
    int startable() {
        return startable.size();
    }

    private void show(List<ParsedLesson> lessons) {
        startable.clear();
        list.getChildren().setAll(Words.plain(texts.get("present.list.why")));
        for (ParsedLesson parsed : lessons) {
            parsed.lesson()
                    .filter(Lesson::builtIn)
                    .ifPresent(lesson -> list.getChildren().add(row(lesson)));
        }
        FlowPane past = new FlowPane(DeskButtons.act(texts, "present.classes", PresentKeys.CLASSES, classes));
        past.getStyleClass().add("rp-actions");
        list.getChildren().addAll(past, Words.heading(texts.get("present.list.own")));
        List<ParsedLesson> own = lessons.stream()
                .filter(parsed ->
                        parsed.lesson().map(lesson -> !lesson.builtIn()).orElse(true))
                .toList();
        for (ParsedLesson parsed : own) {
            list.getChildren().add(parsed.lesson().map(this::row).orElseGet(() -> faulty(parsed)));
        }
        list.getChildren().add(folder(own.isEmpty()));
        list.getChildren().add(activities.root());
        list.getChildren().forEach(node -> node.getStyleClass().add("rp-content"));
    }

    private Region row(Lesson lesson) {
        startable.add(lesson);
        Label title = Words.heading(lesson.title());
        Label about = Words.plain(lesson.about());
        String facts = lesson.questions() > 0
                ? texts.get(
                        "present.list.facts", lesson.minutes(), lesson.steps().size(), lesson.questions())
                : texts.get(
                        "present.list.facts.unasked",
                        lesson.minutes(),
                        lesson.steps().size());
        VBox words = new VBox(title, about, Words.muted(facts));
        words.getChildren().forEach(node -> node.getStyleClass().add("rp-content"));
        words.getStyleClass().add("rp-lesson-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        FontIcon play = new FontIcon(Feather.PLAY_CIRCLE);
        play.getStyleClass().add("rp-lesson-play");
        RowButton row = new RowButton(
                texts.get("present.list.start", lesson.title(), facts), () -> start.accept(lesson), play, words);
        if (startable.size() <= PresentScreen.DIGITS) {
            row.getChildren().add(KeyLabel.of(String.valueOf(startable.size())));
        }
        row.getStyleClass().addAll("rp-card", "rp-lesson");
        return row;
    }

    private Region faulty(ParsedLesson parsed) {
        Label name = Words.heading(texts.get(
                "present.list.fault", String.valueOf(Path.of(parsed.file()).getFileName())));
        VBox card = new VBox(name);
        for (Finding fault : parsed.faults()) {
            Label sentence = Words.plain(texts.get("present.list.fault.line", fault.line(), fault.sentence()));
            card.getChildren().add(sentence);
        }
        card.getChildren().forEach(node -> node.getStyleClass().add("rp-content"));
        card.getStyleClass().addAll("rp-card", "rp-lesson-fault");
        return card;
    }

    private Region folder(boolean none) {
        Label words = Words.plain(texts.get(none ? "present.list.none" : "present.list.folder", shelf.folderName()));
        words.getStyleClass().add("rp-content");
        Button example = new Button(texts.get("present.list.example"));
        example.setOnAction(_ -> shelf.writeExample());
        Button open = new Button(texts.get("present.list.open"));
        open.setOnAction(_ -> showFolder.run());
        FlowPane acts = new FlowPane(example, open);
        acts.getStyleClass().add("rp-actions");
        VBox card = new VBox(words, acts);
        card.getStyleClass().addAll("rp-card", "rp-desk-card");
        return card;
    }
}
