package dev.rockpool.study;

import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.CardState;
import java.time.Instant;
import java.util.List;

/// What a grade did.
///
/// @param operation of the turn
/// @param cardId the graded card
/// @param rating what the learner answered
/// @param state where the card stands now
/// @param interval until it is shown again
/// @param due when it is shown again
/// @param becameLeech whether this lapse marked it as a leech
/// @param buried siblings that were put off until the next study day with it
/// @param repeated whether the turn had been graded before, so that nothing changed
public record Graded(
        String operation,
        String cardId,
        Rating rating,
        CardState state,
        Interval interval,
        Instant due,
        boolean becameLeech,
        List<String> buried,
        boolean repeated) {
    public Graded {
        buried = List.copyOf(buried);
    }
}
