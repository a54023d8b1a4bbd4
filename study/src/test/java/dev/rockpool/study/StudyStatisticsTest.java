package dev.rockpool.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.statistics.Calibration;
import dev.rockpool.study.statistics.Memories;
import dev.rockpool.study.statistics.Period;
import dev.rockpool.study.statistics.Recalled;
import dev.rockpool.study.statistics.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyStatisticsTest {
    private final TestClock clock = new TestClock("2026-01-05T18:00:00Z");
    private final Database database;
    private final Study study;

    StudyStatisticsTest(@TempDir Path folder) {
        database = Database.open(folder);
        study = new Study(database, clock, ZoneOffset.UTC, StudyOptions.STANDARD, new Seed(3));
        study.learnAbout(IntStream.range(0, 60)
                .mapToObj(i -> new StudyCard("card-" + i, "card-" + i, "Deck", "topic", i, "hash"))
                .toList());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingAnsweredIsNothingSaid() {
        StudyStatistics statistics = study.statistics();
        assertThat(statistics.retention())
                .extracting(Retention::period)
                .containsExactly(Period.WEEK, Period.MONTH, Period.YEAR, Period.EVER);
        assertThat(statistics.retention())
                .allSatisfy(each -> assertThat(each.all()).isEqualTo(Recalled.NONE));
        assertThat(statistics.calibration(Period.EVER).bins()).isEmpty();
        assertThat(statistics.memories().stability().total()).isZero();
        assertThat(statistics.today()).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @Test
    void aReviewCountsOnceItsCardHasLeftTheSteps() {
        answer(Rating.EASY);
        assertThat(ever().all()).as("a first answer is no review").isEqualTo(Recalled.NONE);
        assertThat(calibration().all()).isEqualTo(Recalled.NONE);
        Turn turn = study.turn("card-0").orElseThrow();
        clock.advance(Duration.ofDays(8));
        double predicted = study.turn("card-0").orElseThrow().retrievability().orElseThrow();
        study.grade(study.turn("card-0").orElseThrow(), Rating.GOOD, Duration.ofSeconds(5));
        assertThat(turn.cardId()).isEqualTo("card-0");
        assertThat(ever().young()).isEqualTo(new Recalled(1, 1));
        assertThat(ever().mature()).isEqualTo(Recalled.NONE);
        Calibration calibration = calibration();
        assertThat(calibration.all()).isEqualTo(new Recalled(1, 1));
        assertThat(calibration.bins().getFirst().predicted()).isCloseTo(predicted, within(1e-6));
        assertThat(calibration.logLoss()).isCloseTo(-Math.log(predicted), within(1e-6));
        clock.advance(Duration.ofDays(40));
        study.grade(study.turn("card-0").orElseThrow(), Rating.AGAIN, Duration.ofSeconds(5));
        assertThat(ever().mature()).as("its interval was above 21 days").isEqualTo(new Recalled(1, 0));
        assertThat(study.statistics().retention().getFirst().young())
                .as("the week")
                .isEqualTo(Recalled.NONE);
    }

    @Test
    void undoTakesOutExactlyWhatTheGradePutIn() {
        studySomeWeeks(new Seed(5).derive("answers"), 8);
        String before = everything();
        for (Rating rating : Rating.values()) {
            clock.advance(Duration.ofDays(1));
            study.grade(study.turn("card-3").orElseThrow(), rating, Duration.ofSeconds(4));
            assertThat(everything()).isNotEqualTo(before);
            study.undo();
            assertThat(everything()).isEqualTo(before);
        }
    }

    @Test
    void sumsAreThoseOfTheLog() {
        for (long seed = 1; seed <= 2; seed++) {
            studySomeWeeks(new Seed(seed).derive("answers"), 10);
            String kept = everything();
            study.rebuild();
            assertThat(everything()).as("seed " + seed).isEqualTo(kept);
        }
        Calibration before = calibration();
        study.use(withWeights(Fsrs6Weights.of(Collections.nCopies(Fsrs6Weights.COUNT, 1.0))));
        assertThat(calibration().all()).isEqualTo(before.all());
        assertThat(calibration().logLoss())
                .as("predictions are those of the weights in use")
                .isNotEqualTo(before.logLoss());
    }

    @Test
    void everyAnsweredCardIsInTheHistograms() {
        studySomeWeeks(new Seed(9).derive("answers"), 4);
        Memories memories = study.statistics().memories();
        long answered = IntStream.range(0, 60)
                .filter(i ->
                        study.turn("card-" + i).orElseThrow().retrievability().isPresent())
                .count();
        assertThat(memories.stability().total()).isEqualTo((int) answered);
        assertThat(memories.difficulty().total()).isEqualTo((int) answered);
    }

    private Retention ever() {
        return study.statistics().retention().getLast();
    }

    private Calibration calibration() {
        return study.statistics().calibration(Period.EVER);
    }

    /// Every row of the tables of sums.
    private String everything() {
        return database.read(handle -> {
            List<String> rows = new ArrayList<>();
            for (String table : List.of(
                    "study_day where answers > 0 order by study_day",
                    "recall_bin where reviews > 0 order by month_start, bin",
                    "answer_time where answers > 0 order by state_before, rating")) {
                handle.createQuery("select * from " + table).mapToMap().forEach(row -> rows.add(row.toString()));
            }
            return String.join("\n", rows);
        });
    }

    private void studySomeWeeks(RandomGenerator random, int days) {
        for (int day = 0; day < days; day++) {
            clock.advance(Duration.ofDays(random.nextInt(1, 3)));
            for (int turn = 0; turn < 12; turn++) {
                Optional<Turn> next = study.next();
                if (next.isPresent()) {
                    study.grade(
                            next.get(),
                            Rating.of(random.nextInt(1, 5)),
                            Duration.ofMillis(random.nextInt(500, 30_000)));
                    if (random.nextInt(6) == 0) {
                        study.undo();
                    }
                }
            }
        }
    }

    private void answer(Rating rating) {
        study.grade(study.next().orElseThrow(), rating, Duration.ofSeconds(5));
    }

    private static StudyOptions withWeights(Fsrs6Weights weights) {
        StudyOptions standard = StudyOptions.STANDARD;
        return new StudyOptions(
                standard.scheduler(),
                weights,
                standard.newPerDay(),
                standard.rollover(),
                standard.learnAhead(),
                standard.burySiblings(),
                standard.longestThinking());
    }
}
