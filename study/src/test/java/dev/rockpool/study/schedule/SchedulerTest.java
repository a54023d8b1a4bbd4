package dev.rockpool.study.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.CardState.Learning;
import dev.rockpool.study.schedule.CardState.New;
import dev.rockpool.study.schedule.CardState.Relearning;
import dev.rockpool.study.schedule.CardState.Review;
import dev.rockpool.trials.Trials;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    private static final Fsrs6 MODEL = new Fsrs6(Fsrs6Weights.STANDARD);
    private static final SchedulerOptions PLAIN = SchedulerOptions.STANDARD.withoutFuzz();
    private static final Scheduler.Context TODAY = new Scheduler.Context(0, 0);

    private final Scheduler scheduler = new Scheduler(MODEL, PLAIN);

    @Test
    void aNewCardTakesTheLearningSteps() {
        NextStates next = scheduler.next(new New(), TODAY);
        assertThat(next.again()).isEqualTo(new Learning(2, Duration.ofMinutes(1), MODEL.first(Rating.AGAIN)));
        assertThat(next.hard()).isEqualTo(new Learning(2, Duration.ofSeconds(330), MODEL.first(Rating.HARD)));
        assertThat(next.good()).isEqualTo(new Learning(1, Duration.ofMinutes(10), MODEL.first(Rating.GOOD)));
        assertThat(next.easy()).isEqualTo(new Review(8, 0, false, MODEL.first(Rating.EASY)));
    }

    @Test
    void theLastStepEndsWithGraduationAndEveryAnswerMovesTheMemory() {
        MemoryState first = MODEL.first(Rating.GOOD);
        NextStates next = scheduler.next(new Learning(1, Duration.ofMinutes(10), first), TODAY);
        assertThat(next.again()).isEqualTo(new Learning(2, Duration.ofMinutes(1), MODEL.next(first, 0, Rating.AGAIN)));
        assertThat(next.hard()).isEqualTo(new Learning(1, Duration.ofMinutes(10), MODEL.next(first, 0, Rating.HARD)));
        assertThat(next.good()).isEqualTo(new Review(2, 0, false, MODEL.next(first, 0, Rating.GOOD)));
        assertThat(next.easy())
                .isInstanceOfSatisfying(
                        Review.class,
                        review -> assertThat(review.intervalDays()).isGreaterThanOrEqualTo(3));
    }

    @Test
    void hardOnASingleStepIsHalfAsLongAgainButAtMostADayLonger() {
        assertThat(hardOf(Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(15));
        assertThat(hardOf(Duration.ofDays(3))).isEqualTo(Duration.ofDays(4));
        assertThat(hardOf(Duration.ofHours(20))).as("30 hours, in days").isEqualTo(Duration.ofDays(1));
    }

    private static Duration hardOf(Duration step) {
        Scheduler single = new Scheduler(MODEL, options(List.of(step), List.of(), 36_500, 8));
        return ((Learning) single.next(new New(), Rating.HARD, TODAY)).delay();
    }

    @Test
    void withoutStepsEveryRatingGraduates() {
        Scheduler without = new Scheduler(MODEL, options(List.of(), List.of(), 36_500, 8));
        NextStates next = without.next(new New(), TODAY);
        assertThat(List.of(next.again(), next.hard(), next.good(), next.easy())).allMatch(Review.class::isInstance);
        Review lapsed = (Review) without.next(review(20, 0), Rating.AGAIN, new Scheduler.Context(20, 0));
        assertThat(lapsed.lapses()).isEqualTo(1);
    }

    @Test
    void aForgottenReviewIsRelearntAndReturnsWithItsLapse() {
        Relearning relearning = (Relearning) scheduler.next(review(20, 2), Rating.AGAIN, new Scheduler.Context(20, 0));
        assertThat(relearning.delay()).isEqualTo(Duration.ofMinutes(10));
        assertThat(relearning.review().lapses()).isEqualTo(3);
        NextStates next = scheduler.next(relearning, TODAY);
        assertThat(next.hard())
                .isInstanceOfSatisfying(
                        Relearning.class, hard -> assertThat(hard.delay()).isEqualTo(Duration.ofMinutes(15)));
        assertThat(next.again())
                .isInstanceOfSatisfying(
                        Relearning.class,
                        again -> assertThat(again.review().lapses())
                                .as("failing a step is no further lapse")
                                .isEqualTo(3));
        assertThat(next.good()).isInstanceOf(Review.class);
        assertThat(((Review) next.easy()).intervalDays()).isGreaterThan(((Review) next.good()).intervalDays());
    }

    @Test
    void leechesAreMarkedAtTheThresholdAndEveryHalfOfItAfter() {
        assertThat(leeches(8)).containsExactly(8, 12, 16, 20, 24);
        assertThat(leeches(3)).containsExactly(3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23);
        assertThat(leeches(1)).hasSize(24);
        assertThat(leeches(0)).isEmpty();
        Relearning lapsed = (Relearning) scheduler.next(review(20, 7), Rating.AGAIN, new Scheduler.Context(20, 0));
        assertThat(lapsed.review().leech()).isTrue();
    }

    private static List<Integer> leeches(int threshold) {
        return IntStream.rangeClosed(1, 24)
                .filter(lapses -> Scheduler.isLeech(lapses, threshold))
                .boxed()
                .toList();
    }

    @Test
    void betterRatingsGiveLongerIntervalsAndAGrowingIntervalGrowsByADay() {
        Trials.run(3_000, random -> {
            boolean fuzz = random.nextBoolean();
            int maximum = random.nextInt(10) == 0 ? random.nextInt(1, 50) : 36_500;
            Scheduler any = new Scheduler(
                    MODEL, new SchedulerOptions(random.nextDouble(0.7, 0.99), List.of(), List.of(), maximum, fuzz, 8));
            MemoryState memory = anyMemory(random);
            Review before = new Review(random.nextInt(1, 400), 0, false, memory);
            Scheduler.Context context = new Scheduler.Context(random.nextLong(0, 800), random.nextDouble());
            NextStates next = any.next(before, context);
            int hard = ((Review) next.hard()).intervalDays();
            int good = ((Review) next.good()).intervalDays();
            int easy = ((Review) next.easy()).intervalDays();
            assertThat(hard).isBetween(1, maximum);
            assertThat(good).isBetween(Math.min(hard + 1, maximum), maximum);
            assertThat(easy).isBetween(Math.min(good + 1, maximum), maximum);
            assertThat(any.next(before, context)).as("a pure function").isEqualTo(next);
        });
    }

    @Test
    void anIntervalThatGrowsGrowsByADayAtLeast() {
        SchedulerOptions fuzzed = SchedulerOptions.STANDARD;
        Trials.run(2_000, random -> {
            Scheduler any = new Scheduler(MODEL, fuzzed);
            int previous = random.nextInt(1, 200);
            Review before = new Review(previous, 0, false, new MemoryState(previous, random.nextDouble(1, 10)));
            Review after = (Review) any.next(before, Rating.GOOD, new Scheduler.Context(previous, random.nextDouble()));
            if (Math.round(MODEL.interval(after.memory(), 0.9)) > previous) {
                assertThat(after.intervalDays()).isGreaterThan(previous);
            }
        });
    }

    @Test
    void fuzzStaysInItsRangeAndIsOnlyDrawnFromThePosition() {
        assertThat(Fuzz.apply(1, 1, 1_000, 0.99)).isEqualTo(1);
        assertThat(Fuzz.apply(2.49, 1, 1_000, 0)).isEqualTo(2);
        assertThat(List.of(
                        Fuzz.apply(2.5, 1, 1_000, 0), Fuzz.apply(2.5, 1, 1_000, 0.5), Fuzz.apply(2.5, 1, 1_000, 0.99)))
                .containsExactly(2, 3, 4);
        assertThat(Fuzz.range(7, 1, 1_000)).isEqualTo(new Fuzz.Range(5, 9));
        assertThat(Fuzz.range(17, 1, 1_000)).isEqualTo(new Fuzz.Range(14, 20));
        assertThat(Fuzz.range(37, 1, 1_000)).isEqualTo(new Fuzz.Range(33, 41));
        assertThat(Fuzz.range(2, 3, 1_000)).as("widened to two days").isEqualTo(new Fuzz.Range(3, 4));
        assertThat(Fuzz.range(2, 3, 3)).isEqualTo(new Fuzz.Range(3, 3));
        assertThat(Fuzz.range(100, 1, 99).upper()).isEqualTo(99);
        assertThat(Fuzz.range(1, 3, 2)).as("a minimum above the maximum").isEqualTo(new Fuzz.Range(2, 2));
    }

    @Test
    void stepsTakenOutOfTheOptionsSinceCountAsDone() {
        Scheduler one = new Scheduler(MODEL, options(List.of(Duration.ofMinutes(5)), List.of(), 36_500, 8));
        Learning before = new Learning(3, Duration.ofMinutes(1), MODEL.first(Rating.GOOD));
        assertThat(one.next(before, Rating.GOOD, TODAY)).isInstanceOf(Review.class);
        assertThat(one.next(before, Rating.AGAIN, TODAY))
                .isInstanceOfSatisfying(
                        Learning.class, again -> assertThat(again.stepsLeft()).isEqualTo(1));
    }

    @Test
    void refusesWhatIsOutOfBounds() {
        MemoryState memory = new MemoryState(5, 5);
        assertThatIllegalArgumentException().isThrownBy(() -> new Review(0, 0, false, memory));
        assertThatIllegalArgumentException().isThrownBy(() -> new Review(1, -1, false, memory));
        assertThatIllegalArgumentException().isThrownBy(() -> new Learning(0, Duration.ZERO, memory));
        assertThatIllegalArgumentException().isThrownBy(() -> new Learning(1, Duration.ofSeconds(-1), memory));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scheduler.Context(-1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scheduler.Context(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SchedulerOptions(0.5, List.of(), List.of(), 100, true, 8))
                .withMessageContaining("desiredRetention 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SchedulerOptions(0.9, List.of(Duration.ZERO), List.of(), 100, true, 8))
                .withMessageContaining("learningSteps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(List.of(), List.of(), 0, 8))
                .withMessageContaining("maximumInterval 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options(List.of(), List.of(), 100, -1))
                .withMessageContaining("leechThreshold -1");
    }

    private static Review review(int intervalDays, int lapses) {
        return new Review(intervalDays, lapses, false, new MemoryState(intervalDays, 5));
    }

    private static MemoryState anyMemory(RandomGenerator random) {
        return new MemoryState(Math.exp(random.nextDouble(-5, 7)), random.nextDouble(1, 10));
    }

    private static SchedulerOptions options(
            List<Duration> learning, List<Duration> relearning, int maximumInterval, int leechThreshold) {
        return new SchedulerOptions(0.9, learning, relearning, maximumInterval, false, leechThreshold);
    }
}
