package dev.rockpool.app.desktop;

import dev.rockpool.app.lab.LabsScreen;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.tour.TourStage;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.app.tour.TourStop;
import dev.rockpool.kernel.InputException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.input.KeyCode;

/// What the tour shows of the labs.
final class LabStops {
    private LabStops() {}

    static List<TourStop> all() {
        return List.of(
                new Stop("lab", EnumSet.allOf(TourState.class), LabStops::lab),
                new Stop("lab-question", EnumSet.of(TourState.TYPICAL), (_, stage) -> open(stage, "shards/hot-key")),
                new Stop("lab-compared", EnumSet.of(TourState.TYPICAL), (_, stage) -> {
                    stage.context().navigator().open(LabsScreen.WELCOME);
                    stage.press(KeyCode.ENTER);
                    stage.press(KeyCode.END);
                }),
                new Stop("lab-beside", EnumSet.of(TourState.TYPICAL), (_, stage) -> {
                    open(stage, "shards/hot-key/20");
                    stage.press(KeyCode.C);
                    open(stage, "shards/hot-key-20/20");
                }),
                new Stop("lab-lifecycle", EnumSet.allOf(TourState.class), LabStops::lifecycle),
                new Stop(
                        "lab-lifecycle-question",
                        EnumSet.of(TourState.TYPICAL),
                        (_, stage) -> open(stage, "lifecycle/tiering-down")),
                new Stop("lab-lifecycle-beside", EnumSet.of(TourState.TYPICAL), (_, stage) -> {
                    open(stage, "lifecycle/small-files/100");
                    stage.press(KeyCode.C);
                    open(stage, "lifecycle/small-files-anyway/100");
                }),
                new Stop("lab-storage-classes", EnumSet.allOf(TourState.class), LabStops::storageClasses),
                new Stop(
                        "lab-storage-classes-question",
                        EnumSet.of(TourState.TYPICAL),
                        (_, stage) -> open(stage, "storage-classes/small-files")),
                new Stop("lab-storage-classes-beside", EnumSet.of(TourState.TYPICAL), (_, stage) -> {
                    open(stage, "storage-classes/instant-archive/60");
                    stage.press(KeyCode.C);
                    open(stage, "storage-classes/two-cold-classes/60");
                }),
                new Stop("lab-encryption", EnumSet.allOf(TourState.class), LabStops::encryption),
                new Stop("lab-encryption-beside", EnumSet.of(TourState.TYPICAL), (_, stage) -> {
                    open(stage, "encryption/own-key/4");
                    stage.press(KeyCode.C);
                    open(stage, "encryption/lost-key/4");
                }),
                new Stop("lab-access", EnumSet.allOf(TourState.class), LabStops::access),
                new Stop("lab-access-beside", EnumSet.of(TourState.TYPICAL), (_, stage) -> {
                    open(stage, "access/toll/12");
                    stage.press(KeyCode.C);
                    open(stage, "access/one-endpoint/13");
                }),
                new Stop("lab-durability", EnumSet.allOf(TourState.class), LabStops::durability),
                new Stop("lab-durability-beside", EnumSet.of(TourState.TYPICAL), (_, stage) -> {
                    open(stage, "durability/continuous-repair/100");
                    stage.press(KeyCode.C);
                    open(stage, "durability/local-codes/100");
                }),
                new Stop("lab-availability", EnumSet.allOf(TourState.class), LabStops::availability),
                new Stop("lab-availability-beside", EnumSet.of(TourState.TYPICAL), (_, stage) -> {
                    open(stage, "availability/five-in-series/200");
                    stage.press(KeyCode.C);
                    open(stage, "availability/two-of-three/200");
                }),
                new Stop("lab-partitioning", EnumSet.allOf(TourState.class), LabStops::partitioning),
                new Stop("lab-partitioning-beside", EnumSet.of(TourState.TYPICAL), (_, stage) -> {
                    open(stage, "partitioning/user-first/6");
                    stage.press(KeyCode.C);
                    open(stage, "partitioning/date-first/6");
                }),
                new Stop("lab-rows-columns", EnumSet.allOf(TourState.class), LabStops::rowsColumns),
                new Stop("lab-bleu", EnumSet.allOf(TourState.class), LabStops::bleu),
                new Stop("lab-bleu-beside", EnumSet.of(TourState.TYPICAL), (_, stage) -> {
                    open(stage, "bleu/not-smoothed/4");
                    stage.press(KeyCode.C);
                    open(stage, "bleu/smoothed/4");
                }),
                new Stop("lab-perplexity", EnumSet.allOf(TourState.class), LabStops::perplexity),
                new Stop("lab-reshard", EnumSet.of(TourState.TYPICAL), (_, stage) -> open(stage, "shards/reshard/130")),
                new Stop("lab-guided", EnumSet.of(TourState.TYPICAL), (_, stage) -> {
                    open(stage, "shards/hot-key/20");
                    stage.press(KeyCode.G);
                    stage.press(KeyCode.N);
                }));
    }

    private static void lab(TourState state, TourStage stage) {
        switch (state) {
            case EMPTY -> stage.context().navigator().open(LabsScreen.WELCOME);
            case TYPICAL -> open(stage, "shards/hot-key/20");
            case HEAVY -> open(stage, "shards/as-many-keys-as-shards/60");
            case ERROR -> {
                open(stage, "shards/hot-key/20");
                stage.context()
                        .errors()
                        .show(new InputException(
                                "lab-scenario", "recordBytes: \"-1\" is below 1; a record has 1 to 10485760 bytes."));
            }
        }
    }

    private static void lifecycle(TourState state, TourStage stage) {
        switch (state) {
            case EMPTY -> open(stage, "lifecycle/rounding/0");
            case TYPICAL -> open(stage, "lifecycle/tiering-down/131");
            case HEAVY -> open(stage, "lifecycle/hundred/40");
            case ERROR -> open(stage, "lifecycle/uphill/1");
        }
    }

    private static void storageClasses(TourState state, TourStage stage) {
        switch (state) {
            case EMPTY -> open(stage, "storage-classes/videos");
            case TYPICAL -> open(stage, "storage-classes/videos/120");
            case HEAVY -> open(stage, "storage-classes/smallest-archive/2000");
            case ERROR -> {
                open(stage, "storage-classes/videos/120");
                stage.context()
                        .errors()
                        .show(new InputException("lab-scenario", "monthsKept is 0, it must be 0.01 to 1,200."));
            }
        }
    }

    private static void encryption(TourState state, TourStage stage) {
        switch (state) {
            case EMPTY -> open(stage, "encryption/default");
            case TYPICAL -> open(stage, "encryption/own-key/6");
            case HEAVY -> open(stage, "encryption/two-layers/8");
            case ERROR -> {
                open(stage, "encryption/own-key/3");
                stage.context()
                        .errors()
                        .show(new InputException("lab-scenario", "requesters is 0, it must be 1 to 10000000000."));
            }
        }
    }

    private static void access(TourState state, TourStage stage) {
        switch (state) {
            case EMPTY -> open(stage, "access/toll");
            case TYPICAL -> open(stage, "access/one-endpoint/6");
            case HEAVY -> open(stage, "access/by-team/12");
            case ERROR -> {
                open(stage, "access/narrow-endpoint/4");
                stage.context().errors().show(new InputException("lab-scenario", "zones is 7, it must be 1 to 6."));
            }
        }
    }

    private static void durability(TourState state, TourStage stage) {
        switch (state) {
            case EMPTY -> open(stage, "durability/continuous-repair");
            case TYPICAL -> open(stage, "durability/continuous-repair/120");
            case HEAVY -> open(stage, "durability/one-repair-crew/300");
            case ERROR -> {
                open(stage, "durability/continuous-repair/120");
                stage.context()
                        .errors()
                        .show(new InputException("lab-scenario", "repairHours is 0, it must be 0.01 to 87,660."));
            }
        }
    }

    private static void availability(TourState state, TourStage stage) {
        switch (state) {
            case EMPTY -> open(stage, "availability/common-cause");
            case TYPICAL -> open(stage, "availability/common-cause/200");
            case HEAVY -> open(stage, "availability/five-in-series/365");
            case ERROR -> {
                open(stage, "availability/common-cause/200");
                stage.context().errors().show(new InputException("lab-scenario", "target is 2, it must be 0 to 1."));
            }
        }
    }

    private static void partitioning(TourState state, TourStage stage) {
        switch (state) {
            case EMPTY -> open(stage, "partitioning/date-first");
            case TYPICAL -> open(stage, "partitioning/user-first/6");
            case HEAVY -> open(stage, "partitioning/three-days/5");
            case ERROR -> {
                open(stage, "partitioning/same-bytes/2");
                stage.context()
                        .errors()
                        .show(new InputException(
                                "lab-scenario", "keyParts has a part twice, each may stand there once."));
            }
        }
    }

    /// What is measured differs from tour to tour, so the tour stops before it.
    private static void rowsColumns(TourState state, TourStage stage) {
        switch (state) {
            case EMPTY -> open(stage, "rows-columns/two-of-forty");
            case TYPICAL -> open(stage, "rows-columns/two-of-forty/2");
            case HEAVY -> open(stage, "rows-columns/one-order/2");
            case ERROR -> {
                open(stage, "rows-columns/one-change/2");
                stage.context().errors().show(new InputException("lab-scenario", "rows is 0, it must be 1 or more."));
            }
        }
    }

    private static void bleu(TourState state, TourStage stage) {
        switch (state) {
            case EMPTY -> open(stage, "bleu/readme");
            case TYPICAL -> open(stage, "bleu/readme/2");
            case HEAVY -> open(stage, "bleu/corpus-or-mean/4");
            case ERROR -> {
                open(stage, "bleu/clipped/1");
                stage.context().errors().show(new InputException("lab-scenario", "maxOrder is 0, it must be 1 to 9."));
            }
        }
    }

    private static void perplexity(TourState state, TourStage stage) {
        switch (state) {
            case EMPTY -> open(stage, "perplexity/four-tokens");
            case TYPICAL -> open(stage, "perplexity/unigrams/7");
            case HEAVY -> open(stage, "perplexity/add-one/6");
            case ERROR -> open(stage, "perplexity/unseen/5");
        }
    }

    private static void open(TourStage stage, String item) {
        stage.context().navigator().open(new Place(LabsScreen.ID, item));
    }

    private record Stop(String name, Set<TourState> states, BiConsumer<TourState, TourStage> act) implements TourStop {
        @Override
        public void arrange(TourState state, TourStage stage) {
            act.accept(state, stage);
        }
    }
}
