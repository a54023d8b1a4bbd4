package dev.rockpool.study;

import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.schedule.CardState;
import dev.rockpool.study.schedule.StudyCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When a card is shown again after an answer, as the log keeps it: a [CardState] without its memory state, which
/// follows from the ratings, and with the instant or study day it falls due.
///
/// @param kind of the state
/// @param stepsLeft of a state with steps, else 0
/// @param delay of a state with steps, else zero
/// @param intervalDays of a graduated or lapsed card, else 0
/// @param lapses of a graduated or lapsed card, else 0
/// @param leech of a graduated or lapsed card, else false
/// @param due end of the step, or start of the study day
/// @param dueDay the study day of `due`
public record Plan(
        StateKind kind,
        int stepsLeft,
        Duration delay,
        int intervalDays,
        int lapses,
        boolean leech,
        Instant due,
        long dueDay) {
    /// What a state means for a card that was answered at an instant.
    public static Plan of(CardState state, Instant answered, StudyCalendar calendar) {
        return switch (state) {
            case CardState.New() -> throw new IllegalArgumentException("a new card was not answered");
            case CardState.Learning learning -> {
                Instant due = endOf(learning.delay(), answered, calendar);
                yield new Plan(
                        StateKind.LEARNING,
                        learning.stepsLeft(),
                        learning.delay(),
                        0,
                        0,
                        false,
                        due,
                        calendar.dayOf(due));
            }
            case CardState.Relearning relearning -> {
                Instant due = endOf(relearning.delay(), answered, calendar);
                CardState.Review review = relearning.review();
                yield new Plan(
                        StateKind.RELEARNING,
                        relearning.stepsLeft(),
                        relearning.delay(),
                        review.intervalDays(),
                        review.lapses(),
                        review.leech(),
                        due,
                        calendar.dayOf(due));
            }
            case CardState.Review review -> {
                long day = calendar.dayOf(answered) + review.intervalDays();
                yield new Plan(
                        StateKind.REVIEW,
                        0,
                        Duration.ZERO,
                        review.intervalDays(),
                        review.lapses(),
                        review.leech(),
                        calendar.startOf(day),
                        day);
            }
        };
    }

    /// The state, with the memory that follows from the ratings.
    CardState state(MemoryState memory) {
        return switch (kind) {
            case NEW -> new CardState.New();
            case LEARNING -> new CardState.Learning(stepsLeft, delay, memory);
            case REVIEW -> review(memory);
            case RELEARNING -> new CardState.Relearning(stepsLeft, delay, review(memory));
        };
    }

    /// How long it is from the answer.
    Interval interval() {
        return switch (kind) {
            case NEW, LEARNING, RELEARNING -> new Interval.Delay(delay);
            case REVIEW -> new Interval.Days(intervalDays);
        };
    }

    /// The instant, for cards that wait for one.
    Optional<Instant> dueAt() {
        return kind == StateKind.REVIEW ? Optional.empty() : Optional.of(due);
    }

    private CardState.Review review(MemoryState memory) {
        return new CardState.Review(intervalDays, lapses, leech, memory);
    }

    /// A step of days ends with the start of its study day, so that the hour of the answer does not matter.
    private static Instant endOf(Duration delay, Instant answered, StudyCalendar calendar) {
        Instant end = answered.plus(delay);
        return delay.compareTo(Duration.ofDays(1)) < 0 ? end : calendar.startOf(calendar.dayOf(end));
    }
}
