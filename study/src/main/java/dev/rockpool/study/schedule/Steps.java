package dev.rockpool.study.schedule;

import dev.rockpool.study.memory.Rating;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The delays of a card that is being learnt or relearnt.
///
/// @param delays first to last; may be empty
record Steps(List<Duration> delays) {
    private static final Duration DAY = Duration.ofDays(1);

    /// The steps that a card has to go when it starts, or starts again.
    int all() {
        return delays.size();
    }

    /// One step that is taken.
    record Step(int stepsLeft, Duration delay) {}

    /// The step after a rating; empty when the card graduates.
    Optional<Step> after(Rating rating, int stepsLeft) {
        return switch (rating) {
            case AGAIN -> again().map(delay -> new Step(all(), delay));
            case HARD -> hard(stepsLeft).map(delay -> new Step(stepsLeft, delay));
            case GOOD -> good(stepsLeft).map(delay -> new Step(afterGood(stepsLeft), delay));
            case EASY -> Optional.empty();
        };
    }

    /// After Again: the first step.
    Optional<Duration> again() {
        return delays.stream().findFirst();
    }

    /// After Hard: the present step again. On the first step that would be as long as after Again, so there it is the
    /// mean of the first two steps or, where there is one step only, half as long again, but at most a day longer.
    private Optional<Duration> hard(int stepsLeft) {
        int index = index(stepsLeft);
        if (index > 0) {
            return Optional.of(delays.get(index));
        }
        return again().map(first -> wholeDays(
                delays.size() > 1
                        ? first.plus(delays.get(1)).dividedBy(2)
                        : shorter(first.multipliedBy(3).dividedBy(2), first.plus(DAY))));
    }

    /// After Good: the next step; empty when the card graduates.
    private Optional<Duration> good(int stepsLeft) {
        int next = index(stepsLeft) + 1;
        return next < delays.size() ? Optional.of(delays.get(next)) : Optional.empty();
    }

    /// Steps left after Good.
    private int afterGood(int stepsLeft) {
        return Math.max(0, delays.size() - index(stepsLeft) - 1);
    }

    /// The present step; steps that were taken out of the options since count as done.
    private int index(int stepsLeft) {
        return Math.clamp(delays.size() - stepsLeft, 0, Math.max(0, delays.size() - 1));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /// Above a day, rounded to days, so that the hour of the answer does not matter.
    private static Duration wholeDays(Duration delay) {
        return delay.compareTo(DAY) <= 0
                ? delay
                : Duration.ofDays(Math.round(delay.toSeconds() / (double) DAY.toSeconds()));
    }
}
