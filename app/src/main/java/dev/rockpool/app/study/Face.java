package dev.rockpool.app.study;

import dev.rockpool.content.Card;
import dev.rockpool.content.Claim;
import dev.rockpool.content.Deck;
import dev.rockpool.study.Turn;
import java.util.List;

/// A card with all that its two sides show.
///
/// @param turn the card's place in the schedule, and what each rating would make of it
/// @param deck the file that the card stands in
/// @param corrections the claims whose correction the card teaches
public record Face(Turn turn, Card card, Deck deck, List<Claim> corrections) {
    public Face {
        corrections = List.copyOf(corrections);
    }
}
