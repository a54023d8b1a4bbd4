package dev.rockpool.app.desktop;

import dev.rockpool.app.shell.Place;
import dev.rockpool.app.tour.TourStage;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.app.tour.TourStop;
import dev.rockpool.kernel.EnvironmentException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/// Everything that the tour shows, in the order of the sidebar; then what lies over a screen.
public final class TourStops {
    private TourStops() {}

    /// Every stop.
    public static List<TourStop> all() {
        return List.of(
                new Stop(
                        "settings",
                        EnumSet.allOf(TourState.class),
                        stage -> stage.context().navigator().open(Place.of("settings"))),
                new Stop("palette", EnumSet.of(TourState.EMPTY, TourState.TYPICAL), stage -> {
                    stage.shortcut(KeyCode.K);
                    stage.type("the");
                }),
                new Stop("shortcuts", EnumSet.of(TourState.TYPICAL), stage -> stage.press(KeyCode.F1)),
                new Stop(
                        "notice",
                        EnumSet.of(TourState.TYPICAL),
                        stage -> stage.context()
                                .notices()
                                .show(stage.context().texts().get("settings.changed", "…", "…"), () -> {})));
    }

    /// @param act brings it to the front
    private record Stop(String name, Set<TourState> states, Consumer<TourStage> act) implements TourStop {
        @Override
        public void arrange(TourState state, TourStage stage) {
            if (state == TourState.ERROR) {
                stage.context()
                        .errors()
                        .show(new EnvironmentException(
                                "database-disk-full",
                                "Your last change could not be saved: the disk that holds your data is full."));
            }
            act.accept(stage);
        }
    }
}
