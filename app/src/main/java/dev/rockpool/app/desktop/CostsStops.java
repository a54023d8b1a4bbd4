package dev.rockpool.app.desktop;

import dev.rockpool.app.costs.CostsScreen;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.tour.TourStage;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.app.tour.TourStop;
import dev.rockpool.costmodel.scenario.CostScenario;
import dev.rockpool.costmodel.scenario.Presets;
import dev.rockpool.costmodel.scenario.ScenarioJson;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;

/// What the tour shows of the costs.
final class CostsStops {
    private CostsStops() {}

    static List<TourStop> all() {
        return List.of(
                new Stop(
                        "costs",
                        EnumSet.of(TourState.EMPTY),
                        stage -> stage.context().navigator().open(Place.of(CostsScreen.ID))),
                new Stop("costs", EnumSet.of(TourState.TYPICAL), stage -> open(stage, "backup-archive")),
                new Stop("costs", EnumSet.of(TourState.HEAVY), stage -> {
                    open(stage, "log-lake");
                    stage.press(KeyCode.N);
                }),
                new Stop("costs", EnumSet.of(TourState.ERROR), stage -> {
                    open(stage, "nat-surprise");
                    inARegionWithoutPrices(stage);
                }),
                new Stop("costs-surprise", EnumSet.of(TourState.TYPICAL), stage -> open(stage, "small-transitions")),
                new Stop("costs-surprise", EnumSet.of(TourState.HEAVY), stage -> open(stage, "tiering-first")),
                new Stop("costs-settings", EnumSet.of(TourState.TYPICAL), stage -> {
                    open(stage, "iot-ingest");
                    stage.press(KeyCode.DIGIT2);
                }),
                new Stop("costs-bill", EnumSet.of(TourState.TYPICAL), stage -> {
                    open(stage, "nat-surprise");
                    stage.press(KeyCode.DIGIT3);
                }),
                new Stop("costs-fleet", EnumSet.of(TourState.TYPICAL), stage -> open(stage, "ageing-logs")),
                new Stop("costs-fleet", EnumSet.of(TourState.HEAVY), stage -> {
                    open(stage, "ageing-short");
                    stage.press(KeyCode.F);
                }));
    }

    private static void open(TourStage stage, String preset) {
        stage.context().navigator().open(CostsScreen.placeOf(preset));
    }

    private static void inARegionWithoutPrices(TourStage stage) {
        CostScenario known =
                Presets.find("nat-surprise").orElseThrow().scenario().in("sa-east-1");
        stage.context().navigator().open(new Place(CostsScreen.ID, ScenarioJson.write(known)));
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
