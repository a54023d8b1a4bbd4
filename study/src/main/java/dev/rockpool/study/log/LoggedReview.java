package dev.rockpool.study.log;

import dev.rockpool.study.memory.Rating;
import java.time.Instant;
import java.util.OptionalInt;

/// One line of a review log.
///
/// @param line of the file, from 1
/// @param cardId as given
/// @param time when it was answered
/// @param rating what was answered
/// @param state 0 new, 1 learning, 2 review, 3 relearning, as of before the answer; empty where the log does not say
public record LoggedReview(long line, String cardId, Instant time, Rating rating, OptionalInt state) {
    private static final int LEARNING = 1;

    /// Whether the log says that the card was new or being learnt, so that a history may begin here.
    public boolean begins() {
        return state.isPresent() && state.getAsInt() <= LEARNING;
    }
}
