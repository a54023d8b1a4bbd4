package dev.rockpool.study.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/// Turns instants into study days. A study day is numbered as its date's epoch day (days since 1970-01-01) and runs
/// from the rollover hour of that date to the rollover hour of the next: 23 hours when clocks are put forward, 25 when
/// they are put back.
///
/// @param zone where the learner lives
/// @param rollover when a day turns
public record StudyCalendar(ZoneId zone, LocalTime rollover) {
    /// When a study day turns unless the learner says otherwise.
    public static final LocalTime STANDARD_ROLLOVER = LocalTime.of(4, 0);

    /// The calendar of a zone with days that turn at 04:00.
    public StudyCalendar(ZoneId zone) {
        this(zone, STANDARD_ROLLOVER);
    }

    /// The number of the study day that `instant` belongs to. Never falls while `instant` grows.
    public long dayOf(Instant instant) {
        ZoneRules rules = zone.getRules();
        ZoneOffset offset = rules.getOffset(instant);
        LocalDateTime local = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), instant.getNano(), offset);
        long date = local.toLocalDate().toEpochDay();
        if (!local.toLocalTime().isBefore(rollover)) {
            return date;
        }
        // Where clocks are put back across the rollover hour, the hour before it comes twice: the day has turned.
        return instant.isBefore(startOf(date)) ? date - 1 : date;
    }

    /// The first instant of a study day.
    public Instant startOf(long day) {
        return LocalDate.ofEpochDay(day).atTime(rollover).atZone(zone).toInstant();
    }

    /// Study days from `earlier` to `later`; 0 when the clock was set back in between.
    public long elapsedDays(Instant earlier, Instant later) {
        return Math.max(0, dayOf(later) - dayOf(earlier));
    }
}
