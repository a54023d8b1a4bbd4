package dev.rockpool.study.planning;

import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.CardState;
import dev.rockpool.study.schedule.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// All courses that a card's steps can take from one answer to graduation, through the real scheduler.
final class StepOutcomes {
    /// A course is followed for so many further answers, as fsrs-rs does; what is still in steps then has graduated.
    static final int MOST_ANSWERS = 5;

    private static final double LEAST_PROBABILITY = 2e-3;

    private final Scheduler scheduler;
    private final Habits habits;
    private final AnswerKind kind;
    private final List<Outcome> outcomes = new ArrayList<>();

    /// The end of one course.
    ///
    /// @param memory with which it graduates
    /// @param answers further answers it took
    /// @param seconds they took
    record Outcome(double probability, MemoryState memory, int answers, double seconds) {}

    private StepOutcomes(Scheduler scheduler, Habits habits, AnswerKind kind) {
        this.scheduler = scheduler;
        this.habits = habits;
        this.kind = kind;
    }

    /// The courses after an answer that led to `state`; one without further answers if it graduated the card.
    static List<Outcome> after(CardState state, Rating rating, Scheduler scheduler, Habits habits, AnswerKind kind) {
        StepOutcomes courses = new StepOutcomes(scheduler, habits, kind);
        courses.follow(state, rating, 1, 0, 0);
        return courses.outcomes;
    }

    private void follow(CardState state, Rating before, double probability, int answers, double seconds) {
        boolean ended = state instanceof CardState.Review || before == Rating.EASY || answers == MOST_ANSWERS;
        if (ended || probability < LEAST_PROBABILITY) {
            outcomes.add(new Outcome(probability, state.remembered().orElseThrow(), answers, seconds));
            return;
        }
        double sum = 0;
        for (Rating rating : Rating.values()) {
            sum += habits.step(kind, before, rating);
        }
        Scheduler.Context context = new Scheduler.Context(days(state), 0);
        for (Rating rating : Rating.values()) {
            follow(
                    scheduler.next(state, rating, context),
                    rating,
                    probability * habits.step(kind, before, rating) / sum,
                    answers + 1,
                    seconds + habits.seconds(kind, rating));
        }
    }

    /// Whole days of a step: those are not of the same day any more.
    static long days(CardState state) {
        Duration delay = switch (state) {
            case CardState.Learning learning -> learning.delay();
            case CardState.Relearning relearning -> relearning.delay();
            case CardState.New() -> Duration.ZERO;
            case CardState.Review review -> Duration.ofDays(review.intervalDays());
        };
        return delay.toDays();
    }
}
