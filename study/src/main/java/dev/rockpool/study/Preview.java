package dev.rockpool.study;

import dev.rockpool.study.schedule.CardState;
import java.time.Instant;

/// What one rating would do to a card.
///
/// @param next the state that would follow
/// @param interval until it is shown again
/// @param due when it is shown again: the end of a step, or the start of the study day it falls due
public record Preview(CardState next, Interval interval, Instant due) {
    /// Short text of the interval, such as `10 min` or `1.2 mo`.
    public String label() {
        return interval.label();
    }
}
