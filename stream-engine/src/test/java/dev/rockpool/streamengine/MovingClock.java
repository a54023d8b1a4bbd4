package dev.rockpool.streamengine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that moves when it is told to.
final class MovingClock implements InstantSource {
    private volatile Instant now;

    MovingClock(String start) {
        now = Instant.parse(start);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Duration step) {
        now = now.plus(step);
    }

    void advanceSeconds(long seconds) {
        advance(Duration.ofSeconds(seconds));
    }
}
