package dev.rockpool.study;

/// What a learner can do to a card. The name is what an undo is called by; texts for people belong to the screens.
public enum Act {
    /// Answered with a rating.
    GRADE,
    /// Put off until the next study day.
    BURY,
    /// Brought back before the next study day.
    UNBURY,
    /// Taken out of studying until unsuspended.
    SUSPEND,
    UNSUSPEND,
    /// Marked with a [Flag], or the mark taken off.
    FLAG,
    /// Its leech mark taken off.
    CLEAR_LEECH,
    /// Its progress set aside: it is new again, its history stays in the log.
    RESET
}
