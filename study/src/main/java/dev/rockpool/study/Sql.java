package dev.rockpool.study;

import dev.rockpool.study.memory.Rating;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Turns values of the domain into those of the tables and back.
final class Sql {
    private Sql() {}

    static LocalDate date(long studyDay) {
        return LocalDate.ofEpochDay(studyDay);
    }

    static @Nullable LocalDate date(OptionalLong studyDay) {
        return studyDay.isPresent() ? date(studyDay.getAsLong()) : null;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static OptionalLong day(ResultSet row, String column) throws SQLException {
        LocalDate date = row.getObject(column, LocalDate.class);
        return date == null ? OptionalLong.empty() : OptionalLong.of(date.toEpochDay());
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<Rating> rating(ResultSet row) throws SQLException {
        int number = row.getInt("rating");
        return row.wasNull() ? Optional.empty() : Optional.of(Rating.of(number));
    }

    /// The plan of a row, in whose table the leech column has a name of its own.
    static Plan plan(ResultSet row, StateKind kind, String leechColumn) throws SQLException {
        return new Plan(
                kind,
                row.getInt("steps_left"),
                Duration.ofSeconds(row.getLong("delay_seconds")),
                row.getInt("interval_days"),
                row.getInt("lapses"),
                row.getBoolean(leechColumn),
                instant(row, "due_at").orElseThrow(),
                day(row, "due_day").orElseThrow());
    }
}
