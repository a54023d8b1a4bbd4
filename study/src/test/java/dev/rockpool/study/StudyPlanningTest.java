package dev.rockpool.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.planning.Workload;
import dev.rockpool.study.schedule.CardState;
import dev.rockpool.study.schedule.EasyDays;
import dev.rockpool.study.schedule.ExamPlan;
import dev.rockpool.study.schedule.LoadBalancing;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyPlanningTest {
    private static final int CARDS = 80;

    private final TestClock clock = new TestClock("2026-03-02T18:00:00Z");
    private final Database database;
    private final Study study;

    StudyPlanningTest(@TempDir Path folder) {
        database = Database.open(folder);
        study = new Study(database, clock, ZoneOffset.UTC, StudyOptions.STANDARD, new Seed(11));
        study.learnAbout(IntStream.range(0, CARDS)
                .mapToObj(i -> new StudyCard(id(i), "note-" + i / 2, "Deck", i % 4 == 0 ? "exam" : "other", i, "hash"))
                .toList());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static String id(int number) {
        return "card-" + number;
    }

    @Test
    void balancedDaysAreStableRecordedAndTheSameAfterAnUndo() {
        study.use(StudyOptions.STANDARD.with(
                new LoadBalancing(true, EasyDays.NONE.with(DayOfWeek.SUNDAY, EasyDays.Load.MINIMUM))));
        RandomGenerator random = new Seed(4).derive("answers");
        for (int day = 0; day < 25; day++) {
            clock.advance(Duration.ofDays(1));
            for (Optional<Turn> turn = study.next(); turn.isPresent(); turn = study.next()) {
                Rating rating = random.nextInt(8) == 0 ? Rating.AGAIN : Rating.GOOD;
                assertThat(study.turn(turn.get().cardId())).contains(turn.get());
                Graded graded = study.grade(turn.get(), rating, Duration.ofSeconds(5));
                assertThat(graded.due()).isEqualTo(turn.get().preview(rating).due());
                if (random.nextInt(10) == 0) {
                    study.undo();
                    Turn again = study.turn(graded.cardId()).orElseThrow();
                    assertThat(again.previews())
                            .as("the same days")
                            .isEqualTo(turn.get().previews());
                    study.grade(again, rating, Duration.ofSeconds(5));
                }
            }
        }
        List<CardStanding> kept = standings();
        study.rebuild();
        assertThat(standings()).as("states follow from the log").isEqualTo(kept);
    }

    @Test
    void easyDaysHoldLessAndEvenDaysVaryLess() {
        assertThat(sundayShare(LoadBalancing.OFF)).isGreaterThan(0.08);
        assertThat(sundayShare(new LoadBalancing(false, EasyDays.NONE.with(DayOfWeek.SUNDAY, EasyDays.Load.MINIMUM))))
                .isLessThan(0.04);
    }

    /// The share of Sundays among intervals long enough to be moved, in a simulated half year.
    private double sundayShare(LoadBalancing balancing) {
        learnAll();
        List<StudyPlanning.DayAhead> days = study.planning().ahead(120, balancing, Optional.empty());
        double sundays = 0;
        double all = 0;
        for (StudyPlanning.DayAhead day : days.subList(30, 120)) {
            all += day.reviews();
            sundays += day.date().getDayOfWeek() == DayOfWeek.SUNDAY ? day.reviews() : 0;
        }
        return sundays / all;
    }

    private void learnAll() {
        for (int card = 0; card < CARDS; card++) {
            if (study.turn(id(card)).orElseThrow().retrievability().isEmpty()) {
                study.grade(study.turn(id(card)).orElseThrow(), Rating.EASY, Duration.ofSeconds(5));
            }
        }
    }

    @Test
    void theWorkloadIsOfTheLearnersOwnCards() {
        assertThat(study.planning().cards()).hasSize(CARDS);
        Workload fresh = study.planning().workload(60).at(0.9);
        assertThat(fresh.answersPerDay()).isPositive();
        study.suspend(id(1));
        assertThat(study.planning().cards()).hasSize(CARDS - 1);
        assertThat(study.planning().workload(60).at(0.9).answersPerDay()).isLessThan(fresh.answersPerDay());
        for (int card = 2; card < 40; card++) {
            study.grade(study.turn(id(card)).orElseThrow(), Rating.GOOD, Duration.ofSeconds(50));
        }
        Workload slow = study.planning().workload(60).at(0.9);
        assertThat(slow.secondsPerDay() / slow.answersPerDay())
                .as("the pace of the log")
                .isGreaterThan(fresh.secondsPerDay() / fresh.answersPerDay());
    }

    @Test
    void daysAheadSayWhatIsDueAndWhatIsNew() {
        List<StudyPlanning.DayAhead> days = study.planning().ahead(30, LoadBalancing.OFF, Optional.empty());
        assertThat(days).hasSize(30);
        assertThat(days.getFirst().date()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(days.getFirst().newCards()).isEqualTo(20);
        assertThat(days.getFirst().reviews()).isZero();
        assertThat(days.stream().mapToDouble(StudyPlanning.DayAhead::newCards).sum())
                .isEqualTo(CARDS);
        assertThat(study.planning().ahead(30, LoadBalancing.OFF, Optional.empty()))
                .as("the same seeds")
                .isEqualTo(days);
    }

    /// A learner who always recalls, under a plan: every covered card is at the target on the day.
    @Test
    void withAPlanEveryCoveredCardReachesTheTarget() {
        learnAll();
        clock.advance(Duration.ofDays(1));
        LocalDate exam = LocalDate.of(2026, 4, 3);
        ExamPlan plan = new ExamPlan(exam.toEpochDay(), 0.95, Set.of("exam"));
        study.use(StudyOptions.STANDARD.with(Optional.of(plan)));
        Map<String, Integer> lastWeek = new HashMap<>();
        List<String> others = new ArrayList<>();
        while (LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).isBefore(exam)) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            assertThat(study.counts().reviewDue()).isNotNegative();
            for (Optional<Turn> turn = study.next(); turn.isPresent(); turn = study.next()) {
                int number = Integer.parseInt(turn.get().cardId().substring(5));
                if (number % 4 != 0) {
                    others.add(turn.get().cardId());
                } else if (!today.isBefore(exam.minusDays(ExamPlan.LAST_DAYS))) {
                    lastWeek.merge(turn.get().cardId(), 1, Integer::sum);
                }
                study.grade(turn.get(), Rating.GOOD, Duration.ofSeconds(5));
            }
            clock.advance(Duration.ofDays(1));
        }
        Fsrs6 model = new Fsrs6(StudyOptions.STANDARD.weights());
        for (int card = 0; card < CARDS; card += 4) {
            double recall = study.turn(id(card)).orElseThrow().retrievability().orElseThrow();
            assertThat(recall).as(id(card)).isGreaterThanOrEqualTo(0.95);
        }
        assertThat(lastWeek).as("last showings").isNotEmpty();
        assertThat(others).as("other cards go their way").isNotEmpty();
        assertThat(model.version().number()).isEqualTo(6);
        List<CardStanding> kept = standings();
        study.rebuild();
        assertThat(standings()).isEqualTo(kept);
    }

    @Test
    void newCardsOfTheExamComeFirst() {
        ExamPlan plan = new ExamPlan(LocalDate.of(2026, 4, 1).toEpochDay(), 0.9, Set.of("exam"));
        study.use(StudyOptions.STANDARD.with(Optional.of(plan)));
        List<String> met = new ArrayList<>();
        for (int turn = 0; turn < 4; turn++) {
            Turn next = study.next().orElseThrow();
            met.add(next.cardId());
            study.grade(next, Rating.EASY, Duration.ofSeconds(5));
        }
        assertThat(met).containsExactly(id(0), id(4), id(8), id(12));
        study.use(StudyOptions.STANDARD);
        assertThat(study.next().orElseThrow().cardId()).as("the plan is off").isEqualTo(id(2));
    }

    @Test
    void theOutlookSaysWhetherThePlanHolds() {
        ExamPlan plan = new ExamPlan(LocalDate.of(2026, 3, 22).toEpochDay(), 0.9, Set.of());
        ExamOutlook outlook = study.planning().outlook(plan);
        assertThat(outlook.cards()).isEqualTo(CARDS);
        assertThat(outlook.days()).hasSize(20);
        assertThat(outlook.newCards()).isEqualTo(CARDS);
        assertThat(outlook.newPerDayNeeded()).as("80 cards in 13 days").isEqualTo(7);
        assertThat(outlook.feasible()).isTrue();
        assertThat(outlook.recall()).isGreaterThan(0.9).isGreaterThanOrEqualTo(outlook.recallWithout());
        assertThat(outlook.topics()).extracting(ExamOutlook.Topic::name).containsExactly("exam", "other");
        ExamOutlook past =
                study.planning().outlook(new ExamPlan(LocalDate.of(2026, 3, 2).toEpochDay(), 0.9, Set.of()));
        assertThat(past.days()).isEmpty();
        study.use(new StudyOptions(
                StudyOptions.STANDARD.scheduler(),
                StudyOptions.STANDARD.weights(),
                2,
                StudyOptions.STANDARD.rollover(),
                StudyOptions.STANDARD.learnAhead(),
                true,
                StudyOptions.STANDARD.longestThinking()));
        assertThat(study.planning().outlook(plan).feasible()).isFalse();
    }

    private List<CardStanding> standings() {
        List<CardStanding> standings = new ArrayList<>();
        for (int card = 0; card < CARDS; card++) {
            standings.addAll(study.standings(List.of(id(card))));
        }
        assertThat(standings).extracting(CardStanding::state).doesNotContainNull();
        assertThat(standings).anyMatch(standing -> !(standing.state() instanceof CardState.New));
        return standings;
    }
}
