package dev.rockpool.study;

import dev.rockpool.study.schedule.CardState;
import java.util.Locale;

/// The kinds of card states, as the tables name them.
public enum StateKind {
    NEW,
    LEARNING,
    REVIEW,
    RELEARNING;

    static StateKind of(CardState state) {
        return switch (state) {
            case CardState.New() -> NEW;
            case CardState.Learning learning -> LEARNING;
            case CardState.Review review -> REVIEW;
            case CardState.Relearning relearning -> RELEARNING;
        };
    }

    static StateKind ofText(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /// Whether a card in this state was never remembered over days yet, so that a history may begin here.
    boolean begins() {
        return this == NEW || this == LEARNING;
    }

    /// The name in the tables.
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
