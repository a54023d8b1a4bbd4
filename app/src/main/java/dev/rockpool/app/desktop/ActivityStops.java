package dev.rockpool.app.desktop;

import dev.rockpool.app.presenter.PresentScreen;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.tour.TourStage;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.app.tour.TourStop;
import dev.rockpool.content.Activities;
import dev.rockpool.content.Activity;
import dev.rockpool.content.ActivityParser;
import dev.rockpool.content.QuizItem;
import dev.rockpool.quiz.activity.Act;
import dev.rockpool.quiz.activity.Grading;
import dev.rockpool.quiz.activity.HandIn;
import dev.rockpool.quiz.activity.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/// What the tour shows of activities: the list, a student's work, what was handed in, and the editor.
final class ActivityStops {
    private static final Activity ACTIVITY = Activities.builtIn(new ActivityParser()).stream()
            .flatMap(parsed -> parsed.activity().stream())
            .findFirst()
            .orElseThrow();
    private static final Instant START = Instant.parse("2026-11-27T09:00:00Z");
    private static final int TASKS = 4;

    private ActivityStops() {}

    static List<TourStop> all() {
        return List.of(
                stop("activity-list", stage -> stage.context().navigator().open(PresentScreen.ACTIVITIES)),
                stop("activity-name", stage -> open(stage, "activity/" + ACTIVITY.id())),
                stop("activity-task", ActivityStops::begin),
                stop("activity-question", ActivityStops::question),
                stop("activity-done", stage -> {
                    question(stage);
                    stage.press(KeyCode.DIGIT2);
                    stage.press(KeyCode.ENTER);
                    stage.type("12");
                    stage.press(KeyCode.ENTER);
                    stage.press(KeyCode.ENTER);
                }),
                stop("activity-marks", ActivityStops::marks),
                stop("activity-editor", ActivityStops::edit));
    }

    private static void open(TourStage stage, String item) {
        stage.context().navigator().open(new Place(PresentScreen.ID, item));
    }

    private static void begin(TourStage stage) {
        open(stage, "activity/" + ACTIVITY.id());
        stage.type("Ada Lovelace");
        stage.press(KeyCode.ENTER);
    }

    /// The third task, which is a question with options.
    private static void question(TourStage stage) {
        begin(stage);
        stage.press(KeyCode.ENTER);
        stage.press(KeyCode.ENTER);
    }

    /// One file as it was handed in, one whose score was raised, one whose name was changed.
    private static void marks(TourStage stage) {
        Path folder = stage.context().directory().root().resolve("handed-in");
        Journal ada = work("Ada Lovelace", Map.of("stop-throttling", "set:shards=4", "how-many", "written:12"));
        write(folder, "ada", new HandIn(ACTIVITY.id(), ada, right(ada), TASKS).text());
        Journal ben = work("Ben", Map.of("stop-throttling", "set:shards=9"));
        write(folder, "ben", new HandIn(ACTIVITY.id(), ben, TASKS, TASKS).text());
        Journal eve = work("Eve", Map.of("how-many", "written:12"));
        write(
                folder,
                "eve",
                new HandIn(ACTIVITY.id(), eve, right(eve), TASKS).text().replace("\"Eve\"", "\"Mallory\""));
        open(stage, "grade/" + folder);
    }

    private static int right(Journal journal) {
        return (int) ACTIVITY.items().stream()
                .filter(item -> Grading.isRight(item, journal))
                .count();
    }

    private static Journal work(String student, Map<String, String> answers) {
        Journal journal = Journal.begin(ACTIVITY, student, START);
        int seconds = 0;
        for (QuizItem item : ACTIVITY.items()) {
            seconds += 60;
            if (answers.containsKey(item.id())) {
                journal = journal.with(Act.Kind.ANSWER, item.id(), answers.get(item.id()), START.plusSeconds(seconds));
            }
        }
        return journal.with(Act.Kind.HAND_IN, "", "", START.plusSeconds(seconds + 60L));
    }

    private static void edit(TourStage stage) {
        Path folder = stage.context().directory().activities();
        String text = ACTIVITY.text()
                .replace("free: mode, shards", "free: mode, shard")
                .replace("minutes: 20", "minutes: 500");
        Path file = folder.resolve("mine.md");
        write(file, text);
        open(stage, "edit/" + file);
    }

    private static void write(Path folder, String name, String text) {
        write(folder.resolve(name + HandIn.ENDING), text);
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static TourStop stop(String name, Consumer<TourStage> act) {
        return new Stop(name, act);
    }

    private record Stop(String name, Consumer<TourStage> act) implements TourStop {
        @Override
        public Set<TourState> states() {
            return EnumSet.of(TourState.TYPICAL);
        }

        @Override
        public void arrange(TourState state, TourStage stage) {
            act.accept(stage);
        }

        @Override
        public boolean changesData() {
            return true;
        }
    }
}
