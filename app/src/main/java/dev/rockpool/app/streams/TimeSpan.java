package dev.rockpool.app.streams;

import java.time.Duration;
import java.time.Instant;

/// How much time the map shows.
enum TimeSpan {
    /// As much as the stream has lived, up to five minutes.
    AUTO(Duration.ofMinutes(5)),
    MINUTE(Duration.ofMinutes(1)),
    FIVE_MINUTES(Duration.ofMinutes(5)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    /// Since the stream was created.
    ALL(Duration.ZERO);

    private static final Duration LEAST = Duration.ofSeconds(30);

    private final Duration length;

    TimeSpan(Duration length) {
        this.length = length;
    }

    /// How long it is at `now` for a stream from `from`.
    Duration of(Instant from, Instant now) {
        Duration age = Duration.between(from, now);
        Duration life = age.compareTo(LEAST) < 0 ? LEAST : age;
        return switch (this) {
            case AUTO -> life.compareTo(length) < 0 ? life : length;
            case ALL -> life;
            case MINUTE, FIVE_MINUTES, HOUR, DAY -> length;
        };
    }
}
