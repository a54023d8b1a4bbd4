package dev.rockpool.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.lab.TideLab.Level;
import dev.rockpool.app.lab.TideLab.Tide;
import dev.rockpool.app.lab.TideLab.Water;
import dev.rockpool.database.Database;
import dev.rockpool.kernel.InputException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabViewModelTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path folder;

    private final TideLab lab = new TideLab();
    private final List<Throwable> failures = new ArrayList<>();
    private Database database;
    private LabRepository records;
    private LabViewModel<Tide, Level, Water> model;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        records = new LabRepository(database, InstantSource.fixed(Instant.parse("2026-11-25T10:00:00Z")));
        model = new LabViewModel<>(
                new LabEntry<>(lab, _ -> {
                    throw new IllegalStateException("A model needs no stage");
                }),
                records,
                TestDesk.atOnce(),
                () -> 0,
                failures::add);
    }

    @AfterEach
    void close() {
        database.close();
        assertThat(failures).isEmpty();
    }

    private long height() {
        return model.moment().get().map(now -> now.snapshot().height()).orElse(-1L);
    }

    @Test
    void aPresetWaitsForItsPrediction() {
        model.open(lab.presets().getFirst());
        assertThat(model.concealed()).isTrue();
        model.togglePlay();
        model.pulse(5 * SECOND);
        model.seek(7);
        assertThat(model.playing().get()).isFalse();
        assertThat(height()).isZero();
    }

    @Test
    void aPredictionIsComparedAndKept() {
        model.open(lab.presets().getFirst());
        model.predict(30);
        assertThat(model.playing().get()).isTrue();
        model.pulse(10 * SECOND);
        model.pulse(SECOND);
        assertThat(height()).isEqualTo(20);
        assertThat(model.playing().get()).isFalse();
        Question<Tide> question = model.question().get().orElseThrow();
        assertThat(question.standing()).isEqualTo(Question.Standing.COMPARED);
        assertThat(question.outcome()).hasValue(20);
        assertThat(records.predictions("tide"))
                .containsExactly(new LabRepository.Prediction("tide", "ebb", "height", 30, 20));
        assertThat(records.everPredicted()).isTrue();
    }

    @Test
    void aDemonstrationRunsAndAsksAboutTheNextPreset() {
        model.demonstrate(lab.presets().getFirst());
        assertThat(model.playing().get()).isTrue();
        assertThat(height()).isPositive();
        assertThat(model.concealed()).isFalse();
        model.predict(40);
        assertThat(model.isOf(lab.presets().getLast())).isTrue();
        assertThat(model.before().get().orElseThrow().snapshot().height()).isEqualTo(20);
        model.seek(10);
        assertThat(model.question().get().orElseThrow().outcome()).hasValue(50);
    }

    @Test
    void aChangeShowsAtTheSameSecondAndCanBeTakenBack() {
        model.open(lab.presets().getFirst());
        model.skip();
        model.seek(4);
        assertThat(height()).isEqualTo(8);
        model.change(tide -> new Tide(3, 10, 1, false), "");
        assertThat(height()).isEqualTo(12);
        assertThat(model.isChanged()).isTrue();
        model.undo();
        assertThat(height()).isEqualTo(8);
        model.redo();
        assertThat(height()).isEqualTo(12);
        model.reset();
        assertThat(model.isChanged()).isFalse();
        assertThat(height()).isZero();
    }

    @Test
    void aDraggedSliderIsOneChange() {
        for (int rise = 2; rise < 9; rise++) {
            int now = rise;
            model.change(tide -> new Tide(now, 10, 1, false), "rise");
        }
        model.seal();
        model.undo();
        assertThat(model.configuration().get().scenario()).isEqualTo(lab.standard());
        assertThat(model.canUndo()).isFalse();
    }

    @Test
    void stepsAndScrubs() {
        model.factory();
        model.seek(6);
        assertThat(height()).isEqualTo(6);
        model.back();
        assertThat(height()).isEqualTo(5);
        assertThat(model.moment().get().orElseThrow().head()).isEqualTo(6);
        model.step();
        model.step();
        assertThat(height()).isEqualTo(7);
        model.seek(99);
        assertThat(height()).isEqualTo(10);
    }

    @Test
    void whatIsBrokenStaysInTheScenarioAndCanBeTakenBack() {
        model.factory();
        model.seek(3);
        model.disturb("dam");
        assertThat(model.configuration().get().scenario().dammed()).isTrue();
        model.seek(6);
        assertThat(height()).isEqualTo(3);
        model.undo();
        assertThat(height()).isEqualTo(6);
    }

    @Test
    void twoConfigurationsRunOnOneClock() {
        model.factory();
        model.seek(2);
        model.pin();
        model.change(tide -> new Tide(4, 10, 1, false), "");
        model.seek(5);
        Moment<Tide, Water> left =
                model.pinned().get().orElseThrow().moment().get().orElseThrow();
        assertThat(left.snapshot().height()).isEqualTo(5);
        assertThat(height()).isEqualTo(20);
        assertThat(model.differences()).containsExactly(new Difference("Rise", "1", "4"));
        model.unpin();
        assertThat(model.pinned().get()).isEmpty();
    }

    @Test
    void aChallengeChecksItselfAndIsKept() {
        model.open(lab.challenges().getFirst());
        assertThat(model.learning().challenges().get().getFirst().missing()).contains("Only 10.");
        model.change(tide -> new Tide(8, 10, 1, false), "");
        ChallengeState<Tide, Level> state = model.learning().challenges().get().getFirst();
        assertThat(state.passed()).isTrue();
        assertThat(state.missing()).isEmpty();
        assertThat(records.passed("tide")).containsExactly("high");
    }

    @Test
    void aFileWithAFaultChangesNothing() {
        model.open(lab.presets().getFirst());
        Configuration<Tide> before = model.configuration().get();
        assertThatThrownBy(() -> model.open("bad.json", "{\"rise\": -1}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("rise");
        assertThat(model.configuration().get()).isEqualTo(before);
        model.open("good.json", "{\"rise\": 7}");
        assertThat(model.configuration().get().scenario().rise()).isEqualTo(7);
        assertThat(model.scenarioText()).contains("\"rise\" : 7");
    }

    @Test
    void savedScenariosAreKept() {
        model.learning().save("mine", "{}");
        assertThat(model.learning().saved()).containsExactly(new LabRepository.Saved("mine", "{}"));
        model.learning().forget("mine");
        assertThat(model.learning().saved()).isEmpty();
    }

    @Test
    void theSameSeedIsTheSameRun() {
        model.factory();
        model.seed(42);
        assertThat(lab.seed(model.configuration().get().scenario())).isEqualTo(42);
    }

    @Test
    void exportsMeasuredSeconds() {
        model.factory();
        model.seek(2);
        assertThat(model.table()).isEqualTo("second,height\r\n1,1.000000\r\n2,2.000000\r\n");
    }

    @Test
    void speedsGoUpAndDown() {
        model.speed(5);
        model.faster();
        assertThat(model.speed().get()).isEqualTo(20);
        model.slower();
        model.slower();
        model.slower();
        assertThat(model.speed().get()).isEqualTo(1);
        assertThat(model.before().get()).isEqualTo(Optional.empty());
    }
}
