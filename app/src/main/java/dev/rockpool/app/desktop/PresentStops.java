package dev.rockpool.app.desktop;

import dev.rockpool.app.presenter.ClassCount;
import dev.rockpool.app.presenter.ClassRepository;
import dev.rockpool.app.presenter.PresentScreen;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.tour.TourStage;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.app.tour.TourStop;
import dev.rockpool.content.LessonAct;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/// What the tour shows of presenting: the list, the desk, and the window of the class.
final class PresentStops {
    private static final String LESSON = "hot-keys";
    private static final List<Integer> BEFORE = List.of(6, 9, 4, 11, 7, 10, 5);
    private static final List<Integer> AFTER = List.of(11, 19, 3, 17, 15, 20, 14);
    private static final int HANDS = 24;

    private PresentStops() {}

    static List<TourStop> all() {
        return List.of(
                new Stop(
                        "present",
                        EnumSet.of(TourState.EMPTY),
                        stage -> stage.context().navigator().open(Place.of(PresentScreen.ID)),
                        false),
                stop("present-desk", stage -> at(stage, 4)),
                stop("present-desk-hands", stage -> {
                    at(stage, 6);
                    count(stage, "12", "9", "4");
                }),
                stop("present-class-text", stage -> classWindow(stage, 2)),
                stop("present-class-predict", stage -> classWindow(stage, 3)),
                stop("present-class-run", stage -> {
                    at(stage, 4);
                    stage.press(KeyCode.END);
                    stage.press(KeyCode.F5);
                }),
                stop("present-class-beside", stage -> {
                    at(stage, 7);
                    stage.press(KeyCode.END);
                    stage.press(KeyCode.F5);
                }),
                stop("present-class-poll", stage -> {
                    at(stage, 6);
                    count(stage, "12", "9", "4");
                    stage.press(KeyCode.F5);
                }),
                keeping("present-class-answer", stage -> {
                    at(stage, 9);
                    count(stage, "3", "14", "6", "2");
                    stage.press(KeyCode.A);
                    stage.press(KeyCode.F5);
                }),
                keeping("present-classes", stage -> {
                    earlier(stage);
                    stage.context().navigator().open(PresentScreen.EARLIER);
                }),
                keeping("present-class-gain", stage -> {
                    earlier(stage);
                    at(stage, 1);
                    count(stage, "4", "11", "6", "4");
                    for (int step = 1; step < 9; step++) {
                        stage.press(KeyCode.PAGE_DOWN);
                    }
                    count(stage, "3", "14", "6", "2");
                    stage.press(KeyCode.PAGE_DOWN);
                    stage.press(KeyCode.PAGE_DOWN);
                    stage.press(KeyCode.F5);
                }));
    }

    private static void at(TourStage stage, int step) {
        stage.context().navigator().open(new Place(PresentScreen.ID, "lesson/" + LESSON + "/" + step));
    }

    private static void classWindow(TourStage stage, int step) {
        at(stage, step);
        stage.press(KeyCode.F5);
    }

    private static void count(TourStage stage, String... hands) {
        stage.press(KeyCode.C);
        for (String each : hands) {
            stage.type(each);
            stage.press(KeyCode.ENTER);
        }
    }

    private static Stop stop(String name, Consumer<TourStage> act) {
        return new Stop(name, EnumSet.of(TourState.TYPICAL), act, false);
    }

    private static Stop keeping(String name, Consumer<TourStage> act) {
        return new Stop(name, EnumSet.of(TourState.TYPICAL), act, true);
    }

    /// Seven classes on as many days.
    private static void earlier(TourStage stage) {
        ClassRepository classes = new ClassRepository(stage.context().database());
        for (int day = 0; day < BEFORE.size(); day++) {
            Instant run = stage.context().clock().instant().minus(Duration.ofDays(BEFORE.size() - day));
            classes.keep(List.of(
                    hands(run, LessonAct.When.BEFORE, BEFORE.get(day)),
                    hands(run, LessonAct.When.AFTER, AFTER.get(day))));
        }
    }

    private static ClassCount hands(Instant run, LessonAct.When side, int right) {
        return new ClassCount(run, LESSON, 1, 1, 0, side, right, HANDS, run);
    }

    private record Stop(String name, Set<TourState> states, Consumer<TourStage> act, boolean changesData)
            implements TourStop {
        @Override
        public void arrange(TourState state, TourStage stage) {
            act.accept(stage);
        }
    }
}
