package dev.rockpool.study;

import java.time.Duration;

/// How long until a card is shown again: a delay within the day, or whole study days.
public sealed interface Interval {
    /// A step of learning or relearning.
    record Delay(Duration duration) implements Interval {}

    /// Whole study days.
    record Days(int days) implements Interval {}

    /// Short text such as `10 min`, `3 h`, `4 d`, `1.2 mo` (of 30.4 days), `2.5 y`.
    default String label() {
        return IntervalLabel.of(this);
    }
}
