package dev.rockpool.study.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.trials.Trials;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyCalendarTest {
    private static final StudyCalendar BERLIN = new StudyCalendar(ZoneId.of("Europe/Berlin"));

    @Test
    void theDayTurnsAtFourInTheMorning() {
        StudyCalendar utc = new StudyCalendar(ZoneOffset.UTC);
        long day = LocalDate.parse("2026-11-23").toEpochDay();
        assertThat(utc.dayOf(Instant.parse("2026-11-23T03:59:59.999Z"))).isEqualTo(day - 1);
        assertThat(utc.dayOf(Instant.parse("2026-11-23T04:00:00Z"))).isEqualTo(day);
        assertThat(utc.dayOf(Instant.parse("2026-11-24T03:59:59Z"))).isEqualTo(day);
        assertThat(utc.startOf(day)).isEqualTo(Instant.parse("2026-11-23T04:00:00Z"));
        assertThat(utc.dayOf(Instant.parse("1969-12-31T23:00:00Z"))).isEqualTo(-1);
    }

    @Test
    void aNightOfTwentyThreeOrTwentyFiveHoursIsOneDay() {
        long spring = LocalDate.parse("2026-03-29").toEpochDay();
        assertThat(Duration.between(BERLIN.startOf(spring - 1), BERLIN.startOf(spring)))
                .isEqualTo(Duration.ofHours(23));
        long autumn = LocalDate.parse("2026-10-25").toEpochDay();
        assertThat(Duration.between(BERLIN.startOf(autumn - 1), BERLIN.startOf(autumn)))
                .isEqualTo(Duration.ofHours(25));
        assertThat(BERLIN.elapsedDays(Instant.parse("2026-10-24T20:00:00Z"), Instant.parse("2026-10-25T02:59:00Z")))
                .isZero();
        assertThat(BERLIN.elapsedDays(Instant.parse("2026-10-24T20:00:00Z"), Instant.parse("2026-10-25T03:00:00Z")))
                .isEqualTo(1);
    }

    @Test
    void aClockSetBackElapsesNothing() {
        assertThat(BERLIN.elapsedDays(Instant.parse("2026-10-24T20:00:00Z"), Instant.parse("2026-10-20T20:00:00Z")))
                .isZero();
    }

    @Test
    void daysNeverGoBackWhileTimeGoesOnInAnyZoneWithAnyRollover() {
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        Trials.run(2_000, random -> {
            StudyCalendar calendar = new StudyCalendar(
                    ZoneId.of(zones.get(random.nextInt(zones.size()))), LocalTime.of(random.nextInt(24), 0));
            Instant time = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));
            Instant later = time.plusSeconds(random.nextLong(0, 200_000));
            assertThat(calendar.dayOf(later)).isGreaterThanOrEqualTo(calendar.dayOf(time));
            long day = calendar.dayOf(time);
            assertThat(calendar.startOf(day)).isBeforeOrEqualTo(time);
            assertThat(calendar.startOf(day + 1)).isAfter(time);
            assertThat(calendar.dayOf(calendar.startOf(day))).isEqualTo(day);
        });
    }

    @Test
    void anHourThatComesTwiceAcrossTheRolloverBelongsToTheNewDay() {
        // Berlin put its clocks back from 03:00 to 02:00 on 2026-10-25.
        StudyCalendar atHalfPastTwo = new StudyCalendar(ZoneId.of("Europe/Berlin"), LocalTime.of(2, 30));
        long day = LocalDate.parse("2026-10-25").toEpochDay();
        assertThat(atHalfPastTwo.dayOf(Instant.parse("2026-10-25T00:29:00Z"))).isEqualTo(day - 1);
        assertThat(atHalfPastTwo.dayOf(Instant.parse("2026-10-25T00:31:00Z"))).isEqualTo(day);
        assertThat(atHalfPastTwo.dayOf(Instant.parse("2026-10-25T01:10:00Z"))).isEqualTo(day);
    }
}
