package dev.rockpool.study.log;

import dev.rockpool.study.schedule.CardState;
import java.time.Instant;
import java.util.OptionalDouble;

/// What followed from one review of a log.
///
/// @param cardId as given
/// @param state where the card stood after it
/// @param stability after it, in days
/// @param difficulty after it
/// @param retrievability just before it; empty at the first review of a history
/// @param due the review's time plus the step, or the start of the study day on which it falls due
public record ReplayedReview(
        String cardId,
        CardState state,
        double stability,
        double difficulty,
        OptionalDouble retrievability,
        Instant due) {
    /// `learning`, `review` or `relearning`.
    public String stateName() {
        return switch (state) {
            case CardState.New() -> "new";
            case CardState.Learning learning -> "learning";
            case CardState.Review review -> "review";
            case CardState.Relearning relearning -> "relearning";
        };
    }
}
