package dev.rockpool.objectstore;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test moves.
final class MovingClock implements InstantSource {
    private volatile Instant now;

    MovingClock(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void to(String instant) {
        now = Instant.parse(instant);
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

    void advanceDays(long days) {
        advance(Duration.ofDays(days));
    }
}
