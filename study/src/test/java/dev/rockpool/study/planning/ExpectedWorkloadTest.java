package dev.rockpool.study.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.SchedulerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ExpectedWorkloadTest {
    private static final Fsrs6 MODEL = new Fsrs6(Fsrs6Weights.STANDARD);
    private static final long TODAY = 20_000;
    private static final int DAYS = 365;

    @Test
    void liesWithinATenthOfTheSimulatedOne() {
        List<PlannedCard> cards = cards(new Seed(1).derive("cards"), 1_500, 1_500);
        for (double retention : List.of(0.72, 0.80, 0.90, 0.95, 0.97, 0.99)) {
            check(retention, cards, 10, SchedulerOptions.STANDARD);
        }
    }

    @Test
    void holdsForNewCardsAloneAndForOtherSteps() {
        List<PlannedCard> fresh = cards(new Seed(2).derive("cards"), 0, 2_000);
        check(0.85, fresh, 8, with(List.of(), List.of()));
        check(0.90, fresh, 8, with(List.of(Duration.ofMinutes(5)), List.of(Duration.ofMinutes(5))));
    }

    private static SchedulerOptions with(List<Duration> learning, List<Duration> relearning) {
        return new SchedulerOptions(0.9, learning, relearning, 36_500, true, 8);
    }

    private static void check(double retention, List<PlannedCard> cards, int newPerDay, SchedulerOptions options) {
        Workload expected =
                new ExpectedWorkload(MODEL, options, Habits.PUBLISHED, cards, newPerDay, TODAY, DAYS).at(retention);
        Workload simulated = Simulation.run(
                        MODEL,
                        options.withDesiredRetention(retention),
                        Habits.PUBLISHED,
                        cards,
                        newPerDay,
                        TODAY,
                        DAYS,
                        new Seed(5))
                .workload(retention);
        String which = "at " + retention + ": " + expected + " against " + simulated;
        assertThat(expected.answersPerDay()).as(which).isCloseTo(simulated.answersPerDay(), withinPercentage(10));
        assertThat(expected.secondsPerDay()).as(which).isCloseTo(simulated.secondsPerDay(), withinPercentage(10));
        assertThat(expected.remembered()).as(which).isCloseTo(simulated.remembered(), withinPercentage(5));
    }

    @Test
    void moreRetentionIsMoreWork() {
        ExpectedWorkload workload = new ExpectedWorkload(
                MODEL,
                SchedulerOptions.STANDARD,
                Habits.PUBLISHED,
                cards(new Seed(3).derive("cards"), 300, 300),
                10,
                TODAY,
                120);
        double before = 0;
        for (int percent = 80; percent <= 98; percent += 3) {
            Workload at = workload.at(percent / 100.0);
            assertThat(at.answersPerDay()).as(percent + " %").isGreaterThan(before);
            assertThat(at).isEqualTo(workload.at(percent / 100.0));
            before = at.answersPerDay();
        }
    }

    @Test
    void withoutCardsThereIsNoWork() {
        ExpectedWorkload none =
                new ExpectedWorkload(MODEL, SchedulerOptions.STANDARD, Habits.PUBLISHED, List.of(), 20, TODAY, 30);
        assertThat(none.at(0.9)).isEqualTo(new Workload(0.9, 0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedWorkload(
                        MODEL, SchedulerOptions.STANDARD, Habits.PUBLISHED, List.of(), 20, TODAY, 0));
    }

    @Test
    void habitsLeanOnThePublishedOnesUntilThereAreAnswers() {
        Habits none = Habits.measured(_ -> Habits.Answers.NONE, (_, _) -> Habits.Answers.NONE);
        for (Rating rating : Rating.values()) {
            assertThat(none.first(rating)).isCloseTo(Habits.PUBLISHED.first(rating), withinPercentage(0.1));
            assertThat(none.seconds(AnswerKind.REVIEW, rating))
                    .isCloseTo(Habits.PUBLISHED.seconds(AnswerKind.REVIEW, rating), withinPercentage(0.1));
        }
        Habits quick = Habits.measured(_ -> Habits.Answers.NONE, (_, _) -> new Habits.Answers(100_000, 300_000_000));
        assertThat(quick.seconds(AnswerKind.LEARNING, Rating.GOOD)).isCloseTo(3, withinPercentage(1));
        assertThat(quick.success(Rating.HARD)).isCloseTo(1.0 / 3, withinPercentage(1));
    }

    /// Cards in the middle of being learnt, and new ones.
    static List<PlannedCard> cards(RandomGenerator random, int answered, int fresh) {
        List<PlannedCard> cards = new ArrayList<>();
        for (int at = 0; at < answered; at++) {
            double stability = Math.exp(random.nextDouble(0, 5));
            int interval = Math.max(1, (int) Math.round(stability));
            long last = TODAY - random.nextInt(interval + 1);
            cards.add(new PlannedCard(
                    "card-" + at,
                    "note-" + at / 2,
                    "topic-" + at % 3,
                    Optional.of(new PlannedCard.Answered(
                            new MemoryState(stability, random.nextDouble(1, 10)), last, interval, last + interval))));
        }
        for (int at = 0; at < fresh; at++) {
            cards.add(new PlannedCard("new-" + at, "new-" + at, "topic-" + at % 3, Optional.empty()));
        }
        return cards;
    }
}
