package dev.rockpool.streamengine;

import java.util.Optional;

/// A budget's answer.
public enum Admission {
    ADMITTED(Optional.empty()),
    THROTTLED_BY_COUNT(Optional.of(ThrottleCause.COUNT)),
    THROTTLED_BY_BYTES(Optional.of(ThrottleCause.BYTES));

    private final Optional<ThrottleCause> cause;

    Admission(Optional<ThrottleCause> cause) {
        this.cause = cause;
    }

    /// Which limit refused; empty when admitted.
    public Optional<ThrottleCause> cause() {
        return cause;
    }
}
