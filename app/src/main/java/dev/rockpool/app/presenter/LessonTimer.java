package dev.rockpool.app.presenter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How long a lesson has been running, without the time for which it was held.
final class LessonTimer {
    private final InstantSource clock;
    private Duration before = Duration.ZERO;
    private Optional<Instant> since = Optional.empty();

    LessonTimer(InstantSource clock) {
        this.clock = clock;
    }

    boolean running() {
        return since.isPresent();
    }

    /// Begins or goes on.
    void start() {
        if (since.isEmpty()) {
            since = Optional.of(clock.instant());
        }
    }

    /// Stands still until the next start.
    void hold() {
        before = elapsed();
        since = Optional.empty();
    }

    /// Back to nothing; goes on if it was running.
    void restart() {
        before = Duration.ZERO;
        since = since.map(_ -> clock.instant());
    }

    /// The time so far.
    Duration elapsed() {
        return since.map(start -> before.plus(Duration.between(start, clock.instant())))
                .orElse(before);
    }
}
