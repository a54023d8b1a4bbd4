package dev.rockpool.study.optimise;

/// Something about a log that a learner should know before trusting what was fitted to it.
public enum Finding {
    /// Fewer than 8 items: nothing was fitted.
    TOO_FEW_TO_FIT,
    /// Fewer than 64 items, or only first ones: w0 to w3 were fitted, the rest is standard.
    FIRST_STABILITIES_ONLY,
    /// Fewer than 400 items: the standard weights may well be as good for new reviews.
    FEW,
    /// Every card was recalled: the log does not say how fast this learner forgets.
    ALWAYS_RECALLED,
    /// No card was recalled.
    NEVER_RECALLED,
    /// The model predicts this log badly even after fitting.
    POOR_FIT
}
