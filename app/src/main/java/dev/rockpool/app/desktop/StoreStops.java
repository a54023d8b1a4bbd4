package dev.rockpool.app.desktop;

import dev.rockpool.app.shell.Place;
import dev.rockpool.app.store.SampleBucket;
import dev.rockpool.app.store.StoreScreen;
import dev.rockpool.app.tour.TourStage;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.app.tour.TourStop;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/// What the tour shows of the store.
final class StoreStops {
    private StoreStops() {}

    static List<TourStop> all() {
        return List.of(
                new Stop(
                        "store",
                        EnumSet.of(TourState.EMPTY),
                        stage -> stage.context().navigator().open(Place.of(StoreScreen.ID))),
                new Stop(
                        "store",
                        EnumSet.of(TourState.HEAVY),
                        stage -> stage.context().navigator().open(StoreScreen.placeOf("harbour-logs"))),
                new Stop("store-refused", EnumSet.of(TourState.TYPICAL), StoreStops::refused),
                new Stop(
                        "store-object",
                        EnumSet.of(TourState.TYPICAL),
                        stage -> object(stage, "config/gauges.json", KeyCode.DIGIT1)),
                new Stop("store-several", EnumSet.of(TourState.TYPICAL), StoreStops::several),
                new Stop(
                        "store-versions",
                        EnumSet.of(TourState.TYPICAL),
                        stage -> object(stage, "config/gauges.json", KeyCode.V)),
                new Stop(
                        "store-archived",
                        EnumSet.of(TourState.TYPICAL),
                        stage -> object(stage, "archive/2024.csv", KeyCode.C)),
                new Stop(
                        "store-readers", EnumSet.of(TourState.TYPICAL), stage -> object(stage, "README.md", KeyCode.W)),
                new Stop(
                        "store-lifecycle",
                        EnumSet.of(TourState.TYPICAL),
                        stage -> object(stage, "archive/2025.csv", KeyCode.DIGIT2)),
                new Stop(
                        "store-events",
                        EnumSet.of(TourState.TYPICAL),
                        stage -> object(stage, "README.md", KeyCode.DIGIT3)),
                new Stop(
                        "store-bill",
                        EnumSet.of(TourState.TYPICAL),
                        stage -> object(stage, "README.md", KeyCode.DIGIT4)),
                new Stop(
                        "store-connect",
                        EnumSet.of(TourState.TYPICAL),
                        stage -> object(stage, "README.md", KeyCode.DIGIT5)));
    }

    /// A bucket that the store refuses to make, beside one that is there.
    private static void refused(TourStage stage) {
        object(stage, "README.md", KeyCode.DIGIT1);
        stage.shortcut(KeyCode.N);
        stage.type("Tide_Samples");
        stage.press(KeyCode.ENTER);
    }

    /// All lines of a folder chosen together.
    private static void several(TourStage stage) {
        object(stage, "README.md", KeyCode.DIGIT1);
        stage.shortcut(KeyCode.A);
    }

    private static void object(TourStage stage, String key, KeyCode then) {
        stage.context().navigator().open(Place.of(StoreScreen.ID, "object", SampleBucket.NAME + "/" + key));
        stage.press(then);
    }

    private record Stop(String name, Set<TourState> states, Consumer<TourStage> act) implements TourStop {
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
