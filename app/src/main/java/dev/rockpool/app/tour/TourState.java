package dev.rockpool.app.tour;

/// What the screen has to deal with.
public enum TourState {
    /// The first start: the built-in decks, nothing studied.
    EMPTY,
    /// Three weeks of study, something due.
    TYPICAL,
    /// Years of study, long names, a backlog.
    HEAVY,
    /// A broken deck and a failure being told.
    ERROR
}
