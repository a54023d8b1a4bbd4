package dev.rockpool.app.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.chart.Chart;
import dev.rockpool.study.Mastery;
import dev.rockpool.study.StudyDay;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.statistics.Calibration;
import dev.rockpool.study.statistics.Period;
import dev.rockpool.study.statistics.Recalled;
import dev.rockpool.study.statistics.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsViewModelTest {
    private final TestDesk desk;
    private final StatisticsViewModel model;
    private final StatisticsCharts charts = new StatisticsCharts(TestDesk.texts());

    StatisticsViewModelTest(@TempDir Path folder) {
        desk = TestDesk.ofEverything(folder);
        model = new StatisticsViewModel(
                desk.study(), desk.library()::snapshot, () -> 0.9, TestDesk.atOnce(), failure -> {
                    throw failure;
                });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whoNeverAnsweredIsToldSo() {
        model.refresh();
        assertThat(model.overview().get().orElseThrow().everAnswered()).isFalse();
        assertThat(model.depth().get()).as("nothing to look at").isEmpty();
    }

    @Test
    void answersReachEveryPart() {
        for (int card = 0; card < 3; card++) {
            desk.study().grade(desk.study().next().orElseThrow(), Rating.EASY, Duration.ofSeconds(4));
        }
        model.refresh();
        Overview overview = model.overview().get().orElseThrow();
        assertThat(overview.days()).hasSize(365);
        assertThat(overview.days().getLast()).isEqualTo(new StudyDay(LocalDate.of(2026, 11, 25), 3, 3));
        assertThat(overview.forecast().days()).hasSize(30);
        Depth depth = model.depth().get().orElseThrow();
        assertThat(depth.memories().stability().total()).isEqualTo(3);
        assertThat(depth.questions()).hasSize(27);
        assertThat(depth.questions().stream()
                        .mapToInt(known -> known.mastery().studied())
                        .sum())
                .isEqualTo(3);
        assertThat(charts.forecast(overview.forecast()).claim()).startsWith("The next 30 days bring 3 reviews");
        assertThat(charts.year(overview.days()).claim()).isEqualTo("You studied on one of the last 365 days");
        assertThat(charts.stability(depth.memories()).table().rows()).hasSize(11);
        assertThat(charts.mastery(depth.questions()).rows()).hasSize(27);
    }

    @Test
    void anotherPeriodIsReadAtOnce() {
        model.refresh();
        assertThat(model.overview().get().orElseThrow().period()).isEqualTo(Period.YEAR);
        model.choose(Period.WEEK);
        assertThat(model.overview().get().orElseThrow().chosen().period()).isEqualTo(Period.WEEK);
    }

    @Test
    void claimsFollowFromTheInterval() {
        assertThat(claim(0, 0)).isEqualTo("No card came back for review in this time");
        assertThat(claim(10, 9)).contains("too few");
        assertThat(claim(100, 91)).contains("about what you aim at");
        assertThat(claim(1_000, 960)).contains("more than you aim at");
        assertThat(claim(1_000, 850)).isEqualTo("You recall 85\u00a0% of reviews, less than you aim at (90\u00a0%)");
    }

    @Test
    void calibrationIsSaidInPoints() {
        assertThat(calibration(0.95, 100, 85).claim()).contains("promises 10 points too much");
        assertThat(calibration(0.80, 100, 85).claim()).contains("recall 5 points more");
        assertThat(calibration(0.86, 100, 85).claim()).contains("Predictions hold");
        Chart few = calibration(0.86, 3, 2);
        assertThat(few.claim()).contains("3 predictions to compare yet");
        assertThat(few.table().rows().getFirst()).startsWith("85.0 % to 87.5 %", "3", "86.0 %", "66.7 %");
    }

    private String claim(long reviews, long recalled) {
        return charts.retention(overview(new Recalled(reviews, recalled), new Calibration(List.of(), 0)))
                .claim();
    }

    private Chart calibration(double predicted, long reviews, long recalled) {
        Calibration.Bin bin =
                new Calibration.Bin(Calibration.bin(predicted), new Recalled(reviews, recalled), predicted);
        return charts.calibration(overview(Recalled.NONE, new Calibration(List.of(bin), 0.3)));
    }

    private Overview overview(Recalled young, Calibration calibration) {
        model.refresh();
        Overview read = model.overview().get().orElseThrow();
        return new Overview(
                true,
                Period.YEAR,
                0.9,
                Arrays.stream(Period.values())
                        .map(period -> new Retention(period, young, Recalled.NONE))
                        .toList(),
                calibration,
                read.days(),
                read.forecast());
    }

    @Test
    void masteryOfNothingIsNone() {
        assertThat(charts.mastery(List.of(new Depth.Known("q1", 1, "Title, \"quoted\"", Mastery.NONE)))
                        .csv())
                .isEqualTo("Question,Title,Recall now,Studied,Cards\r\n1,\"Title, \"\"quoted\"\"\",0.0 %,0,0\r\n");
    }
}
