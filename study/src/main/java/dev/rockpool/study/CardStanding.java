package dev.rockpool.study;

import dev.rockpool.study.schedule.CardState;
import java.time.Instant;
import java.util.Optional;

/// Where one card stands, for lists of cards.
///
/// @param cardId the card
/// @param state where it stands
/// @param due when it is shown again; empty for a new card
/// @param retrievability the chance that it is recalled now; empty for a new card
/// @param suspended whether it is taken out of studying
/// @param buried whether it is put off until the next study day
/// @param flag the learner's mark
/// @param leech whether it is marked as a leech
public record CardStanding(
        String cardId,
        CardState state,
        Optional<Instant> due,
        Optional<Double> retrievability,
        boolean suspended,
        boolean buried,
        Flag flag,
        boolean leech) {}
