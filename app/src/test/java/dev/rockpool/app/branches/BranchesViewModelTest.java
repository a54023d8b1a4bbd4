package dev.rockpool.app.branches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.preference.StoredPreferences;
import dev.rockpool.app.store.SampleBucket;
import dev.rockpool.app.store.StoreDesk;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.NewObject;
import dev.rockpool.platform.Comparison;
import dev.rockpool.platform.Platform;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BranchesViewModelTest {
    private static final String SINK = """
        {"Rules": [{"ID": "sink", "Status": "Enabled", "Filter": {"ObjectSizeGreaterThan": 0},
          "Transitions": [{"Days": 30, "StorageClass": "DEEP_ARCHIVE"}]}]}
        """;

    private final TaskRunner tasks = TestDesk.atOnce();
    private final TestDesk desk;
    private final RunningPlatform running;
    private final BranchesViewModel model;

    BranchesViewModelTest(@TempDir Path folder) {
        desk = TestDesk.ofTides(folder);
        running = desk.platform(folder, tasks, new StoredPreferences(Map.of(), tasks, _ -> {}));
        model = new BranchesViewModel(running, PriceBook::shipped, tasks);
    }

    @BeforeEach
    void open() {
        model.open();
        model.makeSamples();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Comparison comparison() {
        return model.compared().orElseThrow().comparison();
    }

    private Platform origin() {
        return ((PlatformState.Open) running.state().get()).platform();
    }

    private void sinkAll() {
        LifecycleReading.Accepted rules = (LifecycleReading.Accepted) LifecycleJson.read("rules", SINK);
        new StoreDesk(model.compared().orElseThrow().branch()).putRules(SampleBucket.NAME, rules.configuration());
    }

    @Test
    void aBranchLooksLikeItsTwinUntilARuleIsChangedInIt() {
        model.branch("next-year", true, () -> {});
        assertThat(model.sides()).isEqualTo(new Sides("next-year-as-is", "next-year"));
        assertThat(comparison().left().points().getLast().bytes())
                .isEqualTo(comparison().right().points().getLast().bytes())
                .isNotEmpty();
        model.skip(Period.ofDays(30));
        assertThat(comparison().more().amount()).isZero();
        assertThat(new BranchWords(TestDesk.texts(), ZoneOffset.UTC).claim(comparison()))
                .isEqualTo("next-year costs the same as next-year-as-is");
    }

    @Test
    void aYearPassesOnBothSidesAndNotInTheStore() {
        Instant before = desk.clock().instant();
        model.branch("next-year", true, () -> {});
        sinkAll();
        model.skip(Period.ofYears(1));
        Instant year = before.atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
        assertThat(comparison().left().now()).isEqualTo(year);
        assertThat(comparison().right().now()).isEqualTo(year);
        assertThat(origin().clock().instant()).isEqualTo(before);
        assertThat(model.skip().get()).isEmpty();
        assertThat(comparison().right().points().getLast().bytes()).containsKey(StorageClass.DEEP_ARCHIVE);
        assertThat(model.layers().get().right().layer(StorageClass.DEEP_ARCHIVE))
                .hasSizeGreaterThan(model.layers()
                        .get()
                        .left()
                        .layer(StorageClass.DEEP_ARCHIVE)
                        .size());
        assertThat(model.spent().of("next-year")).hasSizeGreaterThan(12);
        assertThat(model.rightEvents()).anySatisfy(event -> {
            assertThat(event.sentence()).contains("moved from STANDARD to DEEP_ARCHIVE by rule sink");
            assertThat(event.cost()).isPresent();
        });
        BranchWords words = new BranchWords(TestDesk.texts(), ZoneOffset.UTC);
        Comparison.Difference largest = words.differences(comparison()).getFirst();
        assertThat(words.difference(largest, comparison()))
                .startsWith("Transition requests into Deep Archive: $")
                .contains(" more in next-year, $");
        assertThat(largest.rules()).anyMatch(rule -> rule.startsWith("Rule sink of bucket tide-samples moved"));
    }

    @Test
    void playingLetsTimePassUntilItIsPaused() {
        model.branch("next-year", false, () -> {});
        assertThat(model.sides().left()).isEqualTo(Sides.ORIGIN);
        model.speed(7);
        model.togglePlay();
        for (int second = 0; second < BranchesViewModel.TICKS; second++) {
            model.tick();
        }
        model.togglePlay();
        model.tick();
        assertThat(Duration.between(
                        comparison().right().from(), comparison().right().now()))
                .isEqualTo(Duration.ofDays(7));
        assertThat(comparison().left().now()).isEqualTo(desk.clock().instant());
    }

    @Test
    void whatTheBranchsOwnClientsDoIsSeenWithinASecond() {
        model.branch("next-year", true, () -> {});
        long before = comparison().right().points().getLast().objects();
        new StoreDesk(model.compared().orElseThrow().branch())
                .put(SampleBucket.NAME, "tide-of-a-client", NewObject.PLAIN, new ByteArrayInputStream(new byte[] {7}));
        for (int tick = 0; tick < BranchesViewModel.TICKS; tick++) {
            model.tick();
        }
        assertThat(comparison().right().points().getLast().objects()).isEqualTo(before + 1);
        assertThat(model.rightEvents().getFirst().sentence()).contains("tide-of-a-client");
    }

    @Test
    void blocksStandForBytesOrForObjectsAndBeginAnewWhenThatChanges() {
        model.branch("next-year", true, () -> {});
        sinkAll();
        model.skip(Period.ofYears(1));
        Map<StorageClass, Long> counts = comparison().right().points().getLast().counts();
        model.count(Blocks.OBJECTS);
        assertThat(model.layers().get().right().blockSize()).isEqualTo(1);
        counts.forEach((storageClass, count) ->
                assertThat(model.layers().get().right().layer(storageClass)).hasSize(Math.toIntExact(count)));
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(comparison().right().points().getLast().objects());
    }

    @Test
    void keepingPutsTheBranchInThePlaceOfTheStoreAndTellsItsOtherScreens() {
        model.branch("next-year", true, () -> {});
        sinkAll();
        model.skip(Period.ofYears(1));
        Platform before = origin();
        model.ask(BranchesViewModel.Act.KEEP);
        model.confirm(name -> assertThat(name).isEqualTo("next-year"));
        assertThat(origin()).isNotSameAs(before);
        assertThat(origin().clock().instant()).isAfter(desk.clock().instant().plus(Duration.ofDays(364)));
        assertThat(origin().objects().find(SampleBucket.NAME, "README.md", java.util.Optional.empty()))
                .hasValueSatisfying(object -> assertThat(object.storageClass()).isEqualTo(StorageClass.DEEP_ARCHIVE));
        assertThat(model.reading().get().orElseThrow().names()).isEmpty();
        assertThat(model.compared()).isEmpty();
    }

    @Test
    void discardingTakesTheTwinAlongAndLeavesTheStoreAlone() {
        model.branch("next-year", true, () -> {});
        model.branch("other", false, () -> {});
        model.choose(new Sides("next-year-as-is", "next-year"));
        model.ask(BranchesViewModel.Act.DISCARD);
        assertThat(model.asked().get()).contains(BranchesViewModel.Act.DISCARD);
        model.leave();
        assertThat(model.reading().get().orElseThrow().names()).hasSize(3);
        model.ask(BranchesViewModel.Act.DISCARD);
        model.confirm(_ -> {});
        assertThat(model.reading().get().orElseThrow().names()).containsExactly("other");
        assertThat(model.sides()).isEqualTo(new Sides(Sides.ORIGIN, "other"));
        assertThat(origin().objects().buckets()).hasSize(1);
    }

    @Test
    void aRefusedNameIsToldAndNothingIsLeftBehind() {
        model.branch("Next Year", true, () -> {});
        assertThat(model.fault().get()).startsWith("A branch's name is");
        assertThat(model.compared()).isEmpty();
        model.branch("ok", true, () -> {});
        assertThat(model.fault().get()).isEmpty();
        model.branch("ok", true, () -> {});
        assertThat(model.fault().get()).contains("There is a branch");
        assertThat(model.reading().get().orElseThrow().names()).containsExactly("ok-as-is", "ok");
    }

    @Test
    void anObjectsLifeIsToldForBothSides() {
        model.branch("next-year", true, () -> {});
        sinkAll();
        model.skip(Period.ofYears(1));
        assertThat(model.objects()).contains(SampleBucket.NAME + "/README.md");
        model.look(SampleBucket.NAME + "/README.md");
        Comparison.Lives lives = model.life().get().orElseThrow().lives();
        assertThat(lives.left()).hasSize(1);
        assertThat(lives.right()).hasSize(2);
        model.skip(Period.ofDays(1));
        assertThat(model.life().get()).isPresent();
    }
}
