package dev.rockpool.app.desktop;

import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.streams.StreamsScreen;
import dev.rockpool.app.tour.TourStage;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.app.tour.TourStop;
import dev.rockpool.platform.Platform;
import dev.rockpool.streamengine.StreamName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/// What the tour shows of streams.
final class StreamStops {
    private StreamStops() {}

    static List<TourStop> all() {
        return List.of(
                new Stop(
                        "streams",
                        EnumSet.of(TourState.EMPTY),
                        stage -> stage.context().navigator().open(Place.of(StreamsScreen.ID))),
                new Stop("streams", EnumSet.of(TourState.TYPICAL), stage -> flowing(stage, TourStreams::steady)),
                new Stop("streams-hot", EnumSet.of(TourState.TYPICAL), stage -> flowing(stage, TourStreams::hot)),
                new Stop("streams-split", EnumSet.of(TourState.TYPICAL), stage -> {
                    flowing(stage, TourStreams::split);
                    stage.press(KeyCode.DOWN);
                }),
                new Stop("streams-records", EnumSet.of(TourState.TYPICAL), stage -> pane(stage, KeyCode.DIGIT3)),
                new Stop("streams-consumers", EnumSet.of(TourState.TYPICAL), stage -> {
                    pane(stage, KeyCode.DIGIT4);
                    stage.type("dashboard");
                    stage.press(KeyCode.ENTER);
                }),
                new Stop("streams-settings", EnumSet.of(TourState.TYPICAL), stage -> pane(stage, KeyCode.DIGIT5)),
                new Stop("streams-bill", EnumSet.of(TourState.TYPICAL), stage -> pane(stage, KeyCode.DIGIT6)),
                new Stop("streams-connect", EnumSet.of(TourState.TYPICAL), stage -> pane(stage, KeyCode.DIGIT7)),
                new Stop("streams", EnumSet.of(TourState.HEAVY), stage -> flowing(stage, TourStreams::many)));
    }

    private static void pane(TourStage stage, KeyCode key) {
        flowing(stage, TourStreams::brief);
        stage.press(key);
    }

    private static void flowing(TourStage stage, Consumer<Platform> flow) {
        stage.context().navigator().open(Place.of(StreamsScreen.ID));
        if (stage.context().platform().state().get() instanceof PlatformState.Open open) {
            flow.accept(open.platform());
        }
        stage.context().navigator().open(StreamsScreen.placeOf(new StreamName(TourStreams.NAME)));
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
