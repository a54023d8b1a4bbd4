package dev.rockpool.app.today;

import dev.rockpool.study.Study;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Counts the answers of the last study days. A study day turns at the rollover, not at midnight.
public final class StudyDays {
    private static final int DAYS = 7;

    private final InstantSource clock;
    private final ZoneId zone;
    private final LocalTime rollover;

    public StudyDays(InstantSource clock, ZoneId zone, LocalTime rollover) {
        this.clock = clock;
        this.zone = zone;
        this.rollover = rollover;
    }

    /// The last seven study days, the present one last.
    List<Agenda.Day> lastSeven(Study study) {
        LocalDate today = today();
        List<Agenda.Day> days = new ArrayList<>();
        int later = 0;
        for (int back = 0; back < DAYS; back++) {
            LocalDate date = today.minusDays(back);
            int since = study.session(start(date)).reviewed();
            days.addFirst(new Agenda.Day(date, Math.max(0, since - later)));
            later = since;
        }
        return days;
    }

    /// The present study day.
    LocalDate today() {
        Instant now = clock.instant();
        LocalDate date = now.atZone(zone).toLocalDate();
        return now.isBefore(start(date)) ? date.minusDays(1) : date;
    }

    private Instant start(LocalDate date) {
        return date.atTime(rollover).atZone(zone).toInstant();
    }
}
