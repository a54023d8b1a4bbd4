package dev.rockpool.app.desktop;

import dev.rockpool.app.branches.BranchesScreen;
import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.store.SampleBucket;
import dev.rockpool.app.store.StoreDesk;
import dev.rockpool.app.tour.TourStage;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.app.tour.TourStop;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleReading;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/// What the tour shows of the branches.
final class BranchesStops {
    /// Sends everything to the deepest archive after a month, small files too.
    private static final String RULES = """
        {"Rules": [{
          "ID": "sink-all",
          "Status": "Enabled",
          "Filter": {"ObjectSizeGreaterThan": 0},
          "Transitions": [{"Days": 30, "StorageClass": "DEEP_ARCHIVE"}]
        }]}
        """;

    private BranchesStops() {}

    static List<TourStop> all() {
        return List.of(
                new Stop("branches", EnumSet.of(TourState.EMPTY, TourState.HEAVY), BranchesStops::open),
                new Stop("branches", EnumSet.of(TourState.TYPICAL), BranchesStops::branch),
                new Stop("branches", EnumSet.of(TourState.ERROR), stage -> {
                    open(stage);
                    stage.press(KeyCode.SPACE); // makes the samples
                    stage.press(KeyCode.B);
                    stage.type("Next Year");
                    stage.press(KeyCode.ENTER);
                }),
                new Stop("branches-year", EnumSet.of(TourState.TYPICAL), stage -> year(stage, SampleBucket.NAME)),
                new Stop("branches-year", EnumSet.of(TourState.HEAVY), stage -> year(stage, "harbour-logs")),
                new Stop("branches-playing", EnumSet.of(TourState.TYPICAL), stage -> {
                    branch(stage);
                    rules(stage, SampleBucket.NAME);
                    stage.press(KeyCode.M);
                    stage.press(KeyCode.M);
                    stage.press(KeyCode.SPACE);
                }),
                new Stop("branches-bytes", EnumSet.of(TourState.TYPICAL), stage -> {
                    year(stage, SampleBucket.NAME);
                    stage.press(KeyCode.L);
                }),
                new Stop("branches-objects", EnumSet.of(TourState.HEAVY), stage -> {
                    year(stage, "harbour-logs");
                    stage.press(KeyCode.L);
                    stage.press(KeyCode.L);
                }),
                new Stop("branches-lifecycle", EnumSet.of(TourState.TYPICAL), stage -> {
                    branch(stage);
                    stage.press(KeyCode.DIGIT2);
                }),
                new Stop("branches-events", EnumSet.of(TourState.TYPICAL), stage -> {
                    year(stage, SampleBucket.NAME);
                    stage.press(KeyCode.DIGIT3);
                }),
                new Stop("branches-object", EnumSet.of(TourState.TYPICAL), stage -> {
                    year(stage, SampleBucket.NAME);
                    stage.press(KeyCode.DIGIT4);
                }),
                new Stop("branches-keep", EnumSet.of(TourState.TYPICAL), stage -> {
                    year(stage, SampleBucket.NAME);
                    stage.press(KeyCode.K);
                }));
    }

    private static void open(TourStage stage) {
        stage.context().navigator().open(Place.of(BranchesScreen.ID));
    }

    private static void branch(TourStage stage) {
        open(stage);
        stage.press(KeyCode.B);
        stage.press(KeyCode.ENTER);
    }

    private static void year(TourStage stage, String bucket) {
        branch(stage);
        rules(stage, bucket);
        stage.press(KeyCode.Y);
    }

    /// As a client of the branch would put them.
    private static void rules(TourStage stage, String bucket) {
        if (stage.context().platform().state().get() instanceof PlatformState.Open open
                && LifecycleJson.read("rules", RULES) instanceof LifecycleReading.Accepted read) {
            new StoreDesk(open.branches().branch("next-year").platform()).putRules(bucket, read.configuration());
        }
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
