package dev.rockpool.study;

import java.util.List;

/// What became of progress that was brought from elsewhere.
///
/// @param cards with at least one review or mark that was new
/// @param reviews answers that were added
/// @param known answers that were there already
/// @param older answers left out because the card was answered here since: the log only grows
/// @param operations what was written, for [Study#takeBack]
public record TakenOver(int cards, int reviews, int known, int older, List<Written> operations) {
    /// Nothing was brought.
    public static final TakenOver NOTHING = new TakenOver(0, 0, 0, 0, List.of());

    public TakenOver {
        operations = List.copyOf(operations);
    }

    /// One row of the log.
    ///
    /// @param operation the row's operation
    /// @param cardId the row's card
    public record Written(String operation, String cardId) {}
}
