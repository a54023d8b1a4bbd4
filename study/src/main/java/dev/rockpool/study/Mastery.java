package dev.rockpool.study;

/// How well a set of cards is remembered at this moment.
///
/// @param expectedRecall the mean over all cards of the chance that it is recalled now; a card never studied counts 0;
///     0 for no cards
/// @param cards how many cards
/// @param studied how many of them were answered at least once
/// @param due how many of them can be shown now, new cards not counted
public record Mastery(double expectedRecall, int cards, int studied, int due) {
    /// Of no cards.
    public static final Mastery NONE = new Mastery(0, 0, 0, 0);
}
