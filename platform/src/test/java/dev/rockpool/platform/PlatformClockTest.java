package dev.rockpool.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class PlatformClockTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant wall = Instant.parse("2026-10-01T12:00:00Z");
    private final InstantSource source = () -> wall;

    @Test
    void realClockShowsWallTimeAndCannotBeSet() {
        PlatformClock clock = PlatformClock.real(source);
        assertThat(clock.instant()).isEqualTo(wall);
        wall = wall.plusSeconds(5);
        assertThat(clock.instant()).isEqualTo(wall);
        assertThat(clock.isReal()).isTrue();
        assertThat(clock.speed()).isEqualTo(1);
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("real clock");
        assertThatThrownBy(() -> clock.run(2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void realClockWaitsWhenWallTimeGoesBack() {
        PlatformClock clock = PlatformClock.real(source);
        Instant before = clock.instant();
        wall = wall.minusSeconds(60);
        assertThat(clock.instant()).isEqualTo(before);
        wall = wall.plusSeconds(61);
        assertThat(clock.instant()).isEqualTo(before.plusSeconds(1));
    }

    @Test
    void standingClockMovesOnlyWhenSet() {
        PlatformClock clock = PlatformClock.standing(START);
        wall = wall.plusSeconds(99);
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.advance(Duration.ofDays(30))).isEqualTo(START.plus(Duration.ofDays(30)));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(30)));
        assertThat(clock.speed()).isZero();
    }

    @Test
    void clockNeverGoesBack() {
        PlatformClock clock = PlatformClock.standing(START);
        assertThatThrownBy(() -> clock.advanceTo(START.minusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot go back");
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> clock.advanceTo(Instant.MAX)).isInstanceOf(DateTimeException.class);
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void runningClockMultipliesWallTime() {
        PlatformClock clock = PlatformClock.running(source, START, 3_600);
        wall = wall.plusSeconds(2);
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(2)));
        clock.advance(Duration.ofDays(1));
        wall = wall.plusSeconds(1);
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)).plus(Duration.ofHours(3)));
    }

    @Test
    void anotherSpeedHoldsFromNowOn() {
        PlatformClock clock = PlatformClock.running(source, START, 10);
        wall = wall.plusSeconds(1);
        clock.run(0);
        wall = wall.plusSeconds(50);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(10));
        clock.run(2);
        wall = wall.plusSeconds(3);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(16));
        wall = wall.minusSeconds(100);
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(16));
    }

    @Test
    void speedIsBounded() {
        assertThatThrownBy(() -> PlatformClock.running(source, START, -1))
                .hasMessageContaining("0 to " + PlatformClock.FASTEST);
        assertThatThrownBy(() -> PlatformClock.running(source, START, PlatformClock.FASTEST + 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
