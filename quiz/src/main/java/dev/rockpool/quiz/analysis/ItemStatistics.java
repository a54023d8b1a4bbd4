package dev.rockpool.quiz.analysis;

import java.util.Optional;
import java.util.OptionalDouble;

/// What the answers say about one item.
///
/// @param facility the share of persons who had it right, 0 to 1
/// @param upperLower facility among the best 27 % less facility among the weakest 27 %, by the score on all items;
///     empty below four persons
/// @param itemRest its correlation with the score on the other items; empty where one of them does not vary
/// @param itemTotal its correlation with the score on all items, itself included; empty where one does not vary
public record ItemStatistics(
        double facility, OptionalDouble upperLower, OptionalDouble itemRest, OptionalDouble itemTotal) {
    /// Below this, an item-rest correlation says that the item measures something else than the others.
    public static final double LEAST_ITEM_REST = 0.2;

    /// The facility from which an item is useful.
    public static final double HARDEST_USEFUL = 0.3;

    /// The facility up to which an item is useful.
    public static final double EASIEST_USEFUL = 0.9;

    /// Whether the item is neither so hard nor so easy that it tells little about persons. An easy item may still be
    /// what a lesson is to reach.
    public boolean isUseful() {
        return facility >= HARDEST_USEFUL && facility <= EASIEST_USEFUL;
    }

    /// What the upper-lower difference is worth; empty where there is none.
    public Optional<Discrimination> discrimination() {
        return upperLower.isPresent() ? Optional.of(Discrimination.of(upperLower.getAsDouble())) : Optional.empty();
    }
}
