package dev.rockpool.study;

import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.CardState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// One card shown once.
///
/// @param operation names this turn in the review log: grading the same turn again changes nothing
/// @param cardId the card to show
/// @param noteId the note it was made from
/// @param state where it stands now
/// @param retrievability the chance that it is recalled now; empty for a new card
/// @param previews what each of the four ratings would do
/// @param flag the learner's mark on it
/// @param leech whether it is marked as a leech
public record Turn(
        String operation,
        String cardId,
        String noteId,
        CardState state,
        Optional<Double> retrievability,
        Map<Rating, Preview> previews,
        Flag flag,
        boolean leech) {
    public Turn {
        previews = Map.copyOf(new EnumMap<>(previews));
    }

    /// What `rating` would do.
    public Preview preview(Rating rating) {
        Preview preview = previews.get(rating);
        if (preview == null) {
            throw new IllegalStateException("turn " + operation + " has no preview of " + rating);
        }
        return preview;
    }
}
