package dev.rockpool.app.desktop;

import dev.rockpool.app.cards.CardsScreen;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.query.QueryScreen;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.text.Texts;
import dev.rockpool.app.tour.TourStage;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.app.tour.TourStop;
import dev.rockpool.content.Card;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.schedule.EasyDays;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;

/// Everything that the tour shows, in the order of the sidebar; then what lies over a screen.
public final class TourStops {
    /// A card that corrects the document.
    private static final String CORRECTING_CARD = "q12-f1";

    private TourStops() {}

    /// Every stop.
    public static List<TourStop> all() {
        return Stream.of(
                        screens(),
                        QuizStops.all(),
                        LabStops.all(),
                        StoreStops.all(),
                        BranchesStops.all(),
                        StreamStops.all(),
                        PresentStops.all(),
                        ActivityStops.all(),
                        CostsStops.all(),
                        dataScreens(),
                        overlays())
                .<TourStop>flatMap(List::stream)
                .toList();
    }

    private static List<Stop> screens() {
        return List.of(
                at("today", Place.of("today")),
                at("document-question", Place.of("document", "question", "q12")),
                at("document-claim", Place.of("document", "claim", "q12-c7"), TourState.TYPICAL),
                at("document-changes", new Place("document", "changes/"), TourState.TYPICAL),
                new Stop("document-search", EnumSet.of(TourState.TYPICAL), stage -> {
                    stage.context().navigator().open(Place.of("document"));
                    stage.shortcut(KeyCode.F);
                    stage.type("kafka");
                }),
                at("document-glossary", new Place("document", "term/glossary-shard"), TourState.TYPICAL),
                at("study-question", Place.of("study")),
                new Stop("study-answer", EnumSet.of(TourState.TYPICAL, TourState.HEAVY), stage -> {
                    stage.context().navigator().open(Place.of("study", "card", CORRECTING_CARD));
                    stage.press(KeyCode.SPACE);
                }),
                new Stop("study-typed", EnumSet.of(TourState.TYPICAL), stage -> {
                    stage.context().navigator().open(Place.of("study", "card", typedCard(stage)));
                    stage.type("eleven");
                    stage.press(KeyCode.ENTER);
                }),
                new Stop("study-paused", EnumSet.of(TourState.TYPICAL), stage -> {
                    stage.context().navigator().open(Place.of("study"));
                    stage.press(KeyCode.P);
                }),
                Stop.thatGrades("study-end", EnumSet.of(TourState.TYPICAL), stage -> {
                    stage.context().navigator().open(Place.of("study", "card", CORRECTING_CARD));
                    stage.press(KeyCode.SPACE);
                    stage.press(KeyCode.DIGIT4);
                }),
                at("statistics", Place.of("statistics")),
                new Stop("statistics-tables", EnumSet.of(TourState.TYPICAL), stage -> {
                    stage.context().navigator().open(Place.of("statistics"));
                    stage.press(KeyCode.T);
                }),
                at("plan", Place.of("plan")),
                Stop.thatGrades("plan-balanced", EnumSet.of(TourState.TYPICAL, TourState.HEAVY), stage -> {
                    stage.context().preferences().set(StudySettings.EVEN_DAYS, true);
                    stage.context()
                            .preferences()
                            .set(StudySettings.EASY_DAYS, EasyDays.NONE.with(DayOfWeek.SUNDAY, EasyDays.Load.MINIMUM));
                    stage.context().navigator().open(Place.of("plan"));
                }),
                Stop.thatGrades("plan-exam", EnumSet.of(TourState.TYPICAL), stage -> {
                    stage.context().navigator().open(Place.of("plan"));
                    stage.press(KeyCode.X);
                }),
                new Stop(
                        "settings",
                        EnumSet.allOf(TourState.class),
                        stage -> stage.context().navigator().open(Place.of("settings"))),
                Stop.thatGrades("settings-fit", EnumSet.of(TourState.TYPICAL), stage -> {
                    stage.context()
                            .preferences()
                            .set(StudySettings.WEIGHTS, Fsrs6Weights.of(Collections.nCopies(Fsrs6Weights.COUNT, 1.0)));
                    stage.context().navigator().open(new Place("settings", "study"));
                }),
                at("settings-decks", new Place("settings", "decks"), TourState.TYPICAL, TourState.ERROR));
    }

    private static List<Stop> dataScreens() {
        return List.of(
                at("cards", Place.of(CardsScreen.ID)),
                at("cards-none", Place.of(CardsScreen.ID, "search", "is:leech flag:blue"), TourState.TYPICAL),
                at("cards-problem", Place.of(CardsScreen.ID, "search", "is:tired"), TourState.TYPICAL),
                new Stop("cards-chosen", EnumSet.of(TourState.TYPICAL), stage -> {
                    stage.context().navigator().open(Place.of(CardsScreen.ID, "search", "is:review"));
                    stage.press(KeyCode.DOWN);
                }),
                at("query", Place.of(QueryScreen.ID), TourState.EMPTY),
                at("query-answer", Place.of(QueryScreen.ID, "ready", "forgotten"), TourState.TYPICAL, TourState.HEAVY),
                new Stop("query-chart", EnumSet.of(TourState.TYPICAL, TourState.HEAVY), stage -> {
                    stage.context().navigator().open(Place.of(QueryScreen.ID, "ready", "answers-by-day"));
                    stage.shortcut(KeyCode.T);
                }),
                new Stop("query-chart-names", EnumSet.of(TourState.TYPICAL), stage -> {
                    stage.context().navigator().open(Place.of(QueryScreen.ID, "ready", "recall-by-topic"));
                    stage.shortcut(KeyCode.T);
                }),
                new Stop("query-fault", EnumSet.of(TourState.ERROR), stage -> {
                    stage.context().navigator().open(Place.of(QueryScreen.ID));
                    stage.shortcut(KeyCode.F);
                    stage.type("select answer from reviews");
                    stage.shortcut(KeyCode.ENTER);
                }));
    }

    private static List<Stop> overlays() {
        return List.of(
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
                                .show(themeChanged(stage.context().texts()), () -> {})));
    }

    private static String themeChanged(Texts texts) {
        return texts.get("settings.changed", texts.get("settings.theme"), texts.get("theme.dark"));
    }

    private static Stop at(String name, Place place, TourState... states) {
        return new Stop(
                name,
                states.length == 0 ? EnumSet.allOf(TourState.class) : EnumSet.copyOf(List.of(states)),
                stage -> stage.context().navigator().open(place));
    }

    /// The first card whose answer is typed.
    private static String typedCard(TourStage stage) {
        return stage.context().library().snapshot().cards().stream()
                .filter(card -> card.form() == Card.Form.TYPED)
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// @param act brings it to the front
    private record Stop(String name, Set<TourState> states, Consumer<TourStage> act, boolean changesData)
            implements TourStop {
        Stop(String name, Set<TourState> states, Consumer<TourStage> act) {
            this(name, states, act, false);
        }

        static Stop thatGrades(String name, Set<TourState> states, Consumer<TourStage> act) {
            return new Stop(name, states, act, true);
        }

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
