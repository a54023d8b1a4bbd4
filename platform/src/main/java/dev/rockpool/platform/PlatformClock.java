package dev.rockpool.platform;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The time that a platform goes by: real, standing, or running at N virtual seconds a second.
///
/// It never goes back: when the wall clock does, this one waits until it is caught up. A clock that is not real can be
/// set forward ([#advance]). Safe for several threads.
public final class PlatformClock implements InstantSource {
    /// The fastest a clock runs: a year in about half a minute.
    public static final long FASTEST = 1_000_000;

    private final InstantSource wall;
    private final boolean real;
    private long speed;
    private Instant wallAnchor;
    private Instant anchor;
    private Instant last;

    private PlatformClock(InstantSource wall, boolean real, Instant start, long speed) {
        this.wall = wall;
        this.real = real;
        this.wallAnchor = wall.instant();
        this.anchor = start;
        this.last = start;
        this.speed = speed;
    }

    /// A clock that shows wall time.
    public static PlatformClock real(InstantSource wall) {
        return new PlatformClock(wall, true, wall.instant(), 1);
    }

    /// A clock that shows `start` until it is set forward.
    public static PlatformClock standing(Instant start) {
        return new PlatformClock(InstantSource.fixed(start), false, start, 0);
    }

    /// A clock that starts at `start` and runs at `speed` virtual seconds a second of `wall`.
    ///
    /// @param speed 0 (stands) to [#FASTEST]
    public static PlatformClock running(InstantSource wall, Instant start, long speed) {
        return new PlatformClock(wall, false, start, bounded(speed));
    }

    /// Whether this clock shows wall time; such a clock cannot be set or sped up.
    public boolean isReal() {
        return real;
    }

    /// Virtual seconds a second.
    public synchronized long speed() {
        return speed;
    }

    /// Runs at another speed from now on.
    ///
    /// @param changed 0 (stands) to [#FASTEST]
    /// @throws IllegalStateException if this clock is real
    public synchronized void run(long changed) {
        requireVirtual();
        bounded(changed);
        anchor = instant();
        wallAnchor = wall.instant();
        speed = changed;
    }

    @Override
    public synchronized Instant instant() {
        Instant now;
        if (real) {
            now = wall.instant();
        } else if (speed == 0) {
            now = anchor;
        } else {
            Duration passed = Duration.between(wallAnchor, wall.instant());
            now = passed.isNegative() ? anchor : anchor.plus(passed.multipliedBy(speed));
        }
        if (now.isAfter(last)) {
            last = now;
        }
        return last;
    }

    /// Sets the clock forward by `step` and answers the new time.
    ///
    /// @param step zero or more
    /// @throws IllegalStateException if this clock is real
    public synchronized Instant advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("The clock cannot go back by " + step.negated());
        }
        return advanceTo(instant().plus(step));
    }

    /// Sets the clock forward to `time` and answers it.
    ///
    /// @throws IllegalStateException if this clock is real
    /// @throws IllegalArgumentException if `time` is past
    public synchronized Instant advanceTo(Instant time) {
        requireVirtual();
        Instant now = instant();
        if (time.isBefore(now)) {
            throw new IllegalArgumentException("The clock cannot go back from " + now + " to " + time);
        }
        if (time.isAfter(Instant.parse("9999-12-31T23:59:59Z"))) {
            throw new DateTimeException("The clock ends with the year 9999");
        }
        anchor = time;
        wallAnchor = wall.instant();
        last = time;
        return time;
    }

    private void requireVirtual() {
        if (real) {
            throw new IllegalStateException("A real clock cannot be set");
        }
    }

    private static long bounded(long speed) {
        if (speed < 0 || speed > FASTEST) {
            throw new IllegalArgumentException("Clock speed " + speed + " is not 0 to " + FASTEST);
        }
        return speed;
    }
}
