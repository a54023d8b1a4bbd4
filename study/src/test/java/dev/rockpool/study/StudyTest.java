package dev.rockpool.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.CardState;
import dev.rockpool.trials.Trials;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {
    private static final Duration THINKING = Duration.ofSeconds(7);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Path folder;
    private final TestClock clock = new TestClock("2026-11-23T18:00:00Z");
    private Database database;
    private Study study;

    StudyTest(@TempDir Path folder) {
        this.folder = folder;
        this.database = Database.open(folder);
        this.study = studyWith(StudyOptions.STANDARD);
    }

    @BeforeEach
    void learn() {
        study.learnAbout(cards(30));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void newCardsComeInTheOrderOfTheDeckUpToTheDaysLimit() {
        List<String> met = new ArrayList<>();
        for (Optional<Turn> turn = study.next(); turn.isPresent(); turn = study.next()) {
            met.add(turn.get().cardId());
            study.grade(turn.get(), Rating.EASY, THINKING);
        }
        assertThat(met)
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(StudyTest::id).toList());
        Counts counts = study.counts();
        assertThat(counts.newLeft()).isZero();
        assertThat(counts.newToday()).isEqualTo(20);
        assertThat(counts.doneToday()).isEqualTo(20);
        assertThat(counts.recalledToday()).isEqualTo(20);
        assertThat(counts.studiedToday()).isEqualTo(Duration.ofSeconds(140));
        assertThat(counts.minutesToday()).isEqualTo(2);
        assertThat(counts.ready()).isZero();
        clock.set("2026-11-24T04:00:00Z");
        assertThat(study.counts().newLeft()).isEqualTo(10);
    }

    @Test
    void dueStepsComeFirstAndLaterStepsOnlyWhenNothingElseIsLeft() {
        Turn first = study.next().orElseThrow();
        study.grade(first, Rating.GOOD, THINKING);
        assertThat(study.next().orElseThrow().cardId()).isEqualTo(id(1));
        assertThat(study.counts().learningLater()).isEqualTo(1);
        assertThat(study.counts().nextLearningAt()).contains(Instant.parse("2026-11-23T18:10:00Z"));
        clock.advance(Duration.ofMinutes(10));
        assertThat(study.counts().learningDue()).isEqualTo(1);
        assertThat(study.next().orElseThrow().cardId()).isEqualTo(first.cardId());
        study.learnAbout(cards(1));
        clock.advance(Duration.ofMinutes(-9));
        assertThat(study.next().orElseThrow().cardId())
                .as("nine minutes ahead, as nothing else is left")
                .isEqualTo(first.cardId());
        clock.advance(Duration.ofMinutes(-30));
        assertThat(study.next()).isEmpty();
    }

    @Test
    void previewsSayWhatGradingDoesAndStayTheSame() {
        Turn turn = study.next().orElseThrow();
        assertThat(turn.retrievability()).isEmpty();
        assertThat(turn.state()).isEqualTo(new CardState.New());
        assertThat(turn.previews()).hasSize(4);
        assertThat(turn.preview(Rating.AGAIN).label()).isEqualTo("1 min");
        assertThat(turn.preview(Rating.HARD).label()).isEqualTo("6 min");
        assertThat(turn.preview(Rating.GOOD).label()).isEqualTo("10 min");
        assertThat(study.next().orElseThrow()).isEqualTo(turn);
        Preview easy = turn.preview(Rating.EASY);
        Graded graded = study.grade(turn, Rating.EASY, THINKING);
        assertThat(graded.state()).isEqualTo(easy.next());
        assertThat(graded.due()).isEqualTo(easy.due());
        assertThat(graded.interval()).isEqualTo(easy.interval());
        study.undo();
        assertThat(study.next().orElseThrow().preview(Rating.EASY))
                .as("the same day after an undo")
                .isEqualTo(easy);
    }

    @Test
    void gradingATurnAgainChangesNothing() {
        Turn turn = study.next().orElseThrow();
        Graded once = study.grade(turn, Rating.GOOD, THINKING);
        Graded twice = study.grade(turn, Rating.AGAIN, THINKING);
        assertThat(twice)
                .isEqualTo(new Graded(
                        once.operation(),
                        once.cardId(),
                        Rating.GOOD,
                        once.state(),
                        once.interval(),
                        once.due(),
                        false,
                        once.buried(),
                        true));
        assertThat(study.counts().doneToday()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(10));
        study.grade(study.next().orElseThrow(), Rating.GOOD, THINKING);
        assertThat(study.grade(turn, Rating.GOOD, THINKING).state()).isEqualTo(once.state());
        Turn madeUp =
                new Turn(id(0) + "#7", id(0), id(0), turn.state(), Optional.empty(), turn.previews(), Flag.NONE, false);
        assertThatIllegalArgumentException().isThrownBy(() -> study.grade(madeUp, Rating.GOOD, THINKING));
    }

    @Test
    void undoTakesBackTheNewestActAndNamesIt() {
        assertThat(study.undo()).isEmpty();
        Turn turn = study.next().orElseThrow();
        study.grade(turn, Rating.GOOD, THINKING);
        study.flag(id(3), Flag.RED);
        study.suspend(id(4));
        assertThat(study.undoable()).contains(new Undone(Act.SUSPEND, id(4)));
        assertThat(study.undo()).contains(new Undone(Act.SUSPEND, id(4)));
        assertThat(study.undo()).contains(new Undone(Act.FLAG, id(3)));
        assertThat(standing(3).flag()).isEqualTo(Flag.NONE);
        assertThat(study.undo()).contains(new Undone(Act.GRADE, turn.cardId()));
        assertThat(study.undo()).isEmpty();
        assertThat(study.counts().doneToday()).isZero();
        Turn again = study.next().orElseThrow();
        assertThat(again.cardId()).isEqualTo(turn.cardId());
        assertThat(again.operation()).isNotEqualTo(turn.operation());
        study.grade(again, Rating.EASY, THINKING);
        assertThat(standing(0).state()).isInstanceOf(CardState.Review.class);
        assertThat(logRows()).as("nothing is deleted").isEqualTo(7);
    }

    @Test
    void anUndoneCardIsShownAgainFirst() {
        Turn first = study.next().orElseThrow();
        study.grade(first, Rating.EASY, THINKING);
        Turn second = study.next().orElseThrow();
        study.grade(second, Rating.GOOD, THINKING);
        study.undo();
        study.undo();
        assertThat(study.next().orElseThrow().cardId()).isEqualTo(first.cardId());
    }

    @Test
    void actsOfAnEarlierDayAreNotUndone() {
        study.grade(study.next().orElseThrow(), Rating.GOOD, THINKING);
        clock.set("2026-11-24T12:00:00Z");
        assertThat(study.undoable()).isEmpty();
        assertThat(study.undo()).isEmpty();
    }

    @Test
    void siblingsWaitUntilTheNextStudyDayAndComeBackWithTheUndo() {
        study.learnAbout(List.of(card("a/c1", "a", 0), card("a/c2", "a", 1), card("b", "b", 2)));
        Graded graded = study.grade(study.next().orElseThrow(), Rating.EASY, THINKING);
        assertThat(graded.buried()).containsExactly("a/c2");
        assertThat(study.next().orElseThrow().cardId()).isEqualTo("b");
        study.undo();
        study.grade(study.turn("b").orElseThrow(), Rating.EASY, THINKING);
        study.grade(study.turn("a/c1").orElseThrow(), Rating.EASY, THINKING);
        assertThat(study.next()).isEmpty();
        clock.set("2026-11-24T03:30:00Z");
        assertThat(study.next().orElseThrow().cardId()).isEqualTo("a/c2");
    }

    @Test
    void aSuspendedOrBuriedCardIsNotShownUntilItIsBroughtBack() {
        study.suspend(id(0));
        study.bury(id(1));
        assertThat(study.next().orElseThrow().cardId()).isEqualTo(id(2));
        assertThat(standing(0).suspended()).isTrue();
        assertThat(standing(1).buried()).isTrue();
        study.unsuspend(id(0));
        assertThat(study.next().orElseThrow().cardId()).isEqualTo(id(0));
        study.suspend(id(0));
        study.unbury(id(1));
        assertThat(study.next().orElseThrow().cardId()).isEqualTo(id(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> study.bury("none"))
                .withMessageContaining("none");
        long rows = logRows();
        study.suspend(id(0));
        assertThat(logRows()).as("what changes nothing is not written").isEqualTo(rows);
    }

    @Test
    void aCardThatNoDeckHoldsLeavesTheQueueAndKeepsItsProgress() {
        study.grade(study.next().orElseThrow(), Rating.GOOD, THINKING);
        CardStanding before = standing(0);
        assertThat(study.learnAbout(List.of(card("x", "x", 0))).missing()).hasSize(30);
        assertThat(study.next().orElseThrow().cardId()).isEqualTo("x");
        StudyCard edited = new StudyCard(id(0), id(0), "Deck", "topic", 0, "other");
        Learned learned = study.learnAbout(List.of(edited));
        assertThat(learned.returned()).containsExactly(id(0));
        assertThat(learned.edited()).containsExactly(id(0));
        assertThat(learned.missing()).containsExactly("x");
        assertThat(standing(0)).isEqualTo(before);
        assertThat(study.learnAbout(List.of(edited)).returned()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> study.learnAbout(List.of(edited, edited)));
    }

    @Test
    void reviewsAndNewCardsAreMixedInProportion() {
        gradeAllNew(Rating.EASY);
        clock.set("2026-12-15T18:00:00Z");
        assertThat(study.counts().reviewDue()).isEqualTo(20);
        List<Boolean> fresh = new ArrayList<>();
        for (Optional<Turn> turn = study.next(); turn.isPresent(); turn = study.next()) {
            fresh.add(turn.get().state() instanceof CardState.New);
            study.grade(turn.get(), Rating.EASY, THINKING);
        }
        assertThat(fresh).hasSize(30);
        assertThat(fresh.subList(0, 15)).filteredOn(isNew -> isNew).hasSize(5);
    }

    @Test
    void reviewsOfOneDayAreShuffledBySeedAndTheOrderIsStable() {
        gradeAllNew(Rating.EASY);
        clock.set("2026-12-15T18:00:00Z");
        String first = study.next().orElseThrow().cardId();
        assertThat(study.next().orElseThrow().cardId()).isEqualTo(first);
        assertThat(studyWith(StudyOptions.STANDARD).next().orElseThrow().cardId())
                .isEqualTo(first);
    }

    @Test
    void eightLapsesMakeALeechAndTheMarkCanBeTakenOff() {
        study.learnAbout(List.of(card("l", "l", 0)));
        study.grade(study.next().orElseThrow(), Rating.EASY, THINKING);
        for (int lapse = 1; lapse <= 8; lapse++) {
            clock.advance(Duration.ofDays(40));
            Graded lapsed = study.grade(study.next().orElseThrow(), Rating.AGAIN, THINKING);
            assertThat(lapsed.becameLeech()).isEqualTo(lapse == 8);
            clock.advance(Duration.ofMinutes(10));
            study.grade(study.next().orElseThrow(), Rating.GOOD, THINKING);
        }
        assertThat(study.turn("l").orElseThrow().leech()).isTrue();
        study.clearLeech("l");
        assertThat(study.turn("l").orElseThrow().leech()).isFalse();
        study.reset("l");
        assertThat(study.turn("l").orElseThrow().state()).isEqualTo(new CardState.New());
        study.undo();
        assertThat(study.turn("l").orElseThrow().state()).isInstanceOf(CardState.Review.class);
    }

    @Test
    void historiesForFittingLeaveOutWhatWasUndone() {
        Turn turn = study.next().orElseThrow();
        study.grade(turn, Rating.EASY, THINKING);
        study.grade(study.next().orElseThrow(), Rating.GOOD, THINKING);
        clock.advance(Duration.ofDays(9));
        study.grade(study.turn(turn.cardId()).orElseThrow(), Rating.GOOD, THINKING);
        assertThat(study.histories().reviews()).isEqualTo(3);
        assertThat(study.histories().cards()).isEqualTo(2);
        study.undo();
        assertThat(study.histories().reviews()).isEqualTo(2);
    }

    @Test
    void aClockSetBackElapsesNothingAndKeepsTheOrderOfTheLog() {
        study.grade(study.next().orElseThrow(), Rating.EASY, THINKING);
        clock.set("2026-11-10T18:00:00Z");
        Turn turn = study.turn(id(0)).orElseThrow();
        assertThat(turn.retrievability()).contains(1.0);
        study.grade(turn, Rating.GOOD, THINKING);
        assertThat(memoryOf(0))
                .isEqualTo(new Fsrs6(Fsrs6Weights.STANDARD)
                        .next(new Fsrs6(Fsrs6Weights.STANDARD).first(Rating.EASY), 0, Rating.GOOD));
        assertRebuildChangesNothing();
    }

    @Test
    void theNightBeforeFourIsStillTheDayBeforeAlsoWhenClocksChange() {
        clock.set("2026-10-24T20:00:00Z");
        study.grade(study.turn(id(0)).orElseThrow(), Rating.EASY, THINKING);
        clock.set("2026-10-25T02:59:00Z");
        assertThat(study.counts().doneToday())
                .as("03:59 after the clocks went back")
                .isEqualTo(1);
        assertThat(study.undoable()).isPresent();
        clock.set("2026-10-25T03:00:00Z");
        assertThat(study.counts().doneToday()).isZero();
        assertThat(study.counts().streakDays()).isEqualTo(1);
    }

    @Test
    void streaksCountStudyDaysInARow() {
        for (int day = 0; day < 3; day++) {
            study.grade(study.next().orElseThrow(), Rating.EASY, THINKING);
            clock.advance(Duration.ofDays(1));
        }
        assertThat(study.counts().streakDays()).as("today is not over").isEqualTo(3);
        clock.advance(Duration.ofDays(1));
        assertThat(study.counts().streakDays()).isZero();
    }

    @Test
    void masteryIsTheMeanChanceOfRecallWithNothingForUnseenCards() {
        study.grade(study.next().orElseThrow(), Rating.EASY, THINKING);
        study.grade(study.next().orElseThrow(), Rating.EASY, THINKING);
        Mastery now = study.mastery(List.of(id(0), id(1), id(2), "unknown"));
        assertThat(now).isEqualTo(new Mastery(0.5, 4, 2, 0));
        clock.advance(Duration.ofDays(20));
        Map<String, Mastery> later = study.masteryBy(Map.of("seen", List.of(id(0), id(1)), "none", List.<String>of()));
        assertThat(later.get("none")).isEqualTo(Mastery.NONE);
        assertThat(later).hasEntrySatisfying("seen", seen -> {
            assertThat(seen.expectedRecall()).isBetween(0.5, 0.9);
            assertThat(seen.due()).isEqualTo(2);
        });
    }

    @Test
    void aSessionEndsWithWhatWasAchieved() {
        Instant start = clock.instant();
        Turn turn = study.next().orElseThrow();
        study.grade(turn, Rating.AGAIN, Duration.ofMinutes(10));
        clock.advance(Duration.ofMinutes(1));
        study.grade(study.next().orElseThrow(), Rating.EASY, THINKING);
        SessionSummary summary = study.session(start);
        assertThat(summary.reviewed()).isEqualTo(2);
        assertThat(summary.recalled()).isEqualTo(1);
        assertThat(summary.newLearned()).isEqualTo(1);
        assertThat(summary.graduated()).isEqualTo(1);
        assertThat(summary.lapses()).isZero();
        assertThat(summary.studied())
                .as("an answer counts for a minute at most")
                .isEqualTo(Duration.ofSeconds(67));
        assertThat(summary.hardest()).containsExactly(turn.cardId());
        assertThat(summary.newTomorrow()).isEqualTo(20);
        assertThat(study.session(start.plusSeconds(1)).reviewed()).isEqualTo(1);
    }

    @Test
    void theForecastCountsReviewsByDayAndOverdueOnesToday() {
        gradeAllNew(Rating.EASY);
        Forecast forecast = study.forecast(30);
        assertThat(forecast.days().getFirst().date()).isEqualTo(LocalDate.parse("2026-11-23"));
        assertThat(forecast.days()).hasSize(30);
        assertThat(forecast.days().stream().mapToInt(Forecast.Day::due).sum()).isEqualTo(20);
        clock.advance(Duration.ofDays(60));
        assertThat(study.forecast(2).days().getFirst().due()).isEqualTo(20);
        assertThatIllegalArgumentException().isThrownBy(() -> study.forecast(0));
    }

    @Test
    void theLastDaysHoldTheirAnswersAndAnUndoTakesThemBack() {
        assertThat(study.everAnswered()).isFalse();
        study.grade(study.next().orElseThrow(), Rating.GOOD, THINKING);
        clock.advance(Duration.ofDays(2));
        study.grade(study.next().orElseThrow(), Rating.AGAIN, THINKING);
        assertThat(study.lastDays(4))
                .containsExactly(
                        new StudyDay(LocalDate.parse("2026-11-22"), 0, 0),
                        new StudyDay(LocalDate.parse("2026-11-23"), 1, 1),
                        new StudyDay(LocalDate.parse("2026-11-24"), 0, 0),
                        new StudyDay(LocalDate.parse("2026-11-25"), 1, 0));
        study.undo();
        assertThat(study.lastDays(1)).containsExactly(new StudyDay(LocalDate.parse("2026-11-25"), 0, 0));
        assertThat(study.everAnswered()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> study.lastDays(0));
    }

    @Test
    void statesEqualTheReplayOfTheLogWhateverWasDone() {
        Trials.run(12, random -> {
            act(random, 150);
            assertRebuildChangesNothing();
        });
    }

    @Test
    void anActOnManyCardsIsOneOperationThatOneUndoTakesBack() {
        gradeAllNew(Rating.GOOD);
        List<CardStanding> before = standings();
        List<String> all = before.stream().map(CardStanding::cardId).toList();
        assertThat(study.flag(all, Flag.BLUE)).isEqualTo(all.size());
        study.suspend(all.getFirst());
        assertThat(study.act(Act.SUSPEND, List.of(all.get(0), all.get(1), "unknown")))
                .isEqualTo(1);
        assertRebuildChangesNothing();
        assertThat(study.undo()).contains(new Undone(Act.SUSPEND, all.get(1)));
        assertThat(study.undo()).contains(new Undone(Act.SUSPEND, all.get(0)));
        assertThat(study.undo().map(Undone::act)).contains(Act.FLAG);
        assertThat(standings()).containsExactlyInAnyOrderElementsOf(before);
        assertThatIllegalArgumentException().isThrownBy(() -> study.act(Act.GRADE, all));
    }

    @Test
    void otherWeightsComputeTheStatesAnew() {
        gradeAllNew(Rating.GOOD);
        List<Double> weights = new ArrayList<>(Fsrs6Weights.STANDARD.values());
        weights.set(2, 5.0);
        StudyOptions options = new StudyOptions(
                StudyOptions.STANDARD.scheduler(),
                new Fsrs6Weights(weights),
                20,
                StudyOptions.STANDARD.rollover(),
                Duration.ofMinutes(20),
                true,
                Duration.ofSeconds(60));
        study = studyWith(options);
        assertThat(memoryOf(0).stability()).isEqualTo(5.0);
        study = studyWith(StudyOptions.STANDARD);
        assertThat(memoryOf(0).stability()).isCloseTo(2.3065, within(1e-9));
    }

    @Test
    void otherOptionsHoldAtOnce() {
        StudyOptions standard = StudyOptions.STANDARD;
        assertThat(study.counts().newLeft()).isPositive();
        study.use(new StudyOptions(
                standard.scheduler(),
                standard.weights(),
                0,
                standard.rollover(),
                standard.learnAhead(),
                standard.burySiblings(),
                standard.longestThinking()));
        assertThat(study.counts().newLeft()).isZero();
        assertThat(study.next()).isEmpty();
        study.use(standard);
        assertThat(study.counts().newLeft()).isPositive();
    }

    @Test
    void otherWeightsComputeTheStatesAnewWithoutReopening() {
        gradeAllNew(Rating.GOOD);
        List<Double> weights = new ArrayList<>(Fsrs6Weights.STANDARD.values());
        weights.set(2, 5.0);
        StudyOptions standard = StudyOptions.STANDARD;
        study.use(new StudyOptions(
                standard.scheduler(),
                new Fsrs6Weights(weights),
                standard.newPerDay(),
                standard.rollover(),
                standard.learnAhead(),
                standard.burySiblings(),
                standard.longestThinking()));
        assertThat(memoryOf(0).stability()).isEqualTo(5.0);
    }

    @Test
    void everythingIsThereAfterReopening() {
        study.grade(study.next().orElseThrow(), Rating.GOOD, THINKING);
        study.flag(id(5), Flag.BLUE);
        List<CardStanding> before = standings();
        database.close();
        database = Database.open(folder);
        study = studyWith(StudyOptions.STANDARD);
        assertThat(standings()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void refusesOptionsOutOfBounds() {
        StudyOptions standard = StudyOptions.STANDARD;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudyOptions(
                        standard.scheduler(), standard.weights(), -1, standard.rollover(), THINKING, true, THINKING))
                .withMessageContaining("newPerDay -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudyOptions(
                        standard.scheduler(),
                        standard.weights(),
                        1,
                        standard.rollover(),
                        THINKING.negated(),
                        true,
                        THINKING))
                .withMessageContaining("learnAhead");
        assertThatIllegalArgumentException().isThrownBy(() -> card("", "n", 0)).withMessageContaining("id");
    }

    @Test
    void intervalsHaveShortLabels() {
        assertThat(List.of(
                                new Interval.Delay(Duration.ofSeconds(45)),
                                new Interval.Delay(Duration.ofMinutes(10)),
                                new Interval.Delay(Duration.ofHours(3)),
                                new Interval.Delay(Duration.ofDays(2)),
                                new Interval.Days(4),
                                new Interval.Days(37),
                                new Interval.Days(900),
                                new Interval.Days(36_500))
                        .stream()
                        .map(Interval::label))
                .containsExactly("45 s", "10 min", "3 h", "2 d", "4 d", "1.2 mo", "2.5 y", "100 y");
    }

    private void act(RandomGenerator random, int acts) {
        for (int i = 0; i < acts; i++) {
            clock.advance(Duration.ofSeconds(random.nextLong(-2_000, 60_000)));
            String anyCard = id(random.nextInt(30));
            switch (random.nextInt(14)) {
                case 0 -> study.bury(anyCard);
                case 1 -> study.unbury(anyCard);
                case 2 -> study.suspend(anyCard);
                case 3 -> study.unsuspend(anyCard);
                case 4 -> study.flag(anyCard, random.nextBoolean() ? Flag.RED : Flag.NONE);
                case 5, 6 -> study.undo();
                case 7 -> study.reset(anyCard);
                default ->
                    study.next()
                            .or(() -> study.turn(anyCard))
                            .ifPresent(turn -> study.grade(turn, Rating.of(random.nextInt(1, 5)), THINKING));
            }
        }
    }

    private void assertRebuildChangesNothing() {
        List<Map<String, Object>> states = rows("select * from card_state order by card_id");
        List<Map<String, Object>> days = rows("select * from study_day where answers > 0 order by study_day");
        study.rebuild();
        assertThat(rows("select * from card_state order by card_id")).isEqualTo(states);
        assertThat(rows("select * from study_day order by study_day")).isEqualTo(days);
    }

    private List<Map<String, Object>> rows(String sql) {
        return database.read(handle -> handle.createQuery(sql).mapToMap().list());
    }

    private long logRows() {
        return database.read(handle -> handle.createQuery("select count(*) from review_log")
                .mapTo(Long.class)
                .one());
    }

    private void gradeAllNew(Rating rating) {
        for (int i = 0; i < 20; i++) {
            study.grade(study.turn(id(i)).orElseThrow(), rating, THINKING);
        }
    }

    private MemoryState memoryOf(int card) {
        return standing(card).state().remembered().orElseThrow();
    }

    private CardStanding standing(int card) {
        return study.standings(List.of(id(card))).getFirst();
    }

    private List<CardStanding> standings() {
        return study.standings(IntStream.range(0, 30).mapToObj(StudyTest::id).toList());
    }

    private Study studyWith(StudyOptions options) {
        return new Study(database, clock, BERLIN, options, new Seed(7));
    }

    private static List<StudyCard> cards(int count) {
        return IntStream.range(0, count).mapToObj(i -> card(id(i), id(i), i)).toList();
    }

    private static StudyCard card(String id, String noteId, int position) {
        return new StudyCard(id, noteId, "Deck", "topic", position, "hash");
    }

    private static String id(int number) {
        return "card-" + (100 + number);
    }
}
