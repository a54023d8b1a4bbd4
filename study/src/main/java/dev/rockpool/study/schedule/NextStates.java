package dev.rockpool.study.schedule;

import dev.rockpool.study.memory.Rating;

/// What each of the four ratings makes of a card.
public record NextStates(CardState again, CardState hard, CardState good, CardState easy) {
    /// What `rating` makes of it.
    public CardState of(Rating rating) {
        return switch (rating) {
            case AGAIN -> again;
            case HARD -> hard;
            case GOOD -> good;
            case EASY -> easy;
        };
    }
}
