package dev.rockpool.app.presenter;

import dev.rockpool.content.LessonAct;
import dev.rockpool.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// The table `class_count`, append-only until the teacher forgets a class or all of them.
public final class ClassRepository {
    private final Database database;

    /// The table in `database`.
    public ClassRepository(Database database) {
        this.database = database;
    }

    /// Keeps counts; on disk when it returns.
    public void keep(List<ClassCount> counts) {
        database.write(handle -> {
            int kept = 0;
            for (ClassCount count : counts) {
                kept += handle.execute(
                        "insert into class_count"
                                + " (run, lesson, seed, questions, pair, side, right_hands, hands, counted_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        count.run().atOffset(ZoneOffset.UTC),
                        count.lesson(),
                        count.seed(),
                        count.questions(),
                        count.pair(),
                        count.side().name().toLowerCase(Locale.ROOT),
                        count.right(),
                        count.hands(),
                        count.at().atOffset(ZoneOffset.UTC));
            }
            return kept;
        });
    }

    /// Every count, in the order in which they were kept.
    public List<ClassCount> all() {
        return database.read(handle -> handle.createQuery(
                        "select run, lesson, seed, questions, pair, side, right_hands, hands, counted_at"
                                + " from class_count order by id")
                .map((row, _) -> count(row))
                .list());
    }

    /// Deletes every count of a class.
    ///
    /// @param run when it was first counted
    public void delete(Instant run) {
        database.write(handle -> handle.execute("delete from class_count where run = ?", run.atOffset(ZoneOffset.UTC)));
    }

    /// Deletes every count of every class.
    public void deleteAll() {
        database.write(handle -> handle.execute("delete from class_count"));
    }

    private static ClassCount count(ResultSet row) throws SQLException {
        return new ClassCount(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getString(2),
                row.getLong(3),
                row.getInt(4),
                row.getInt(5),
                LessonAct.When.valueOf(row.getString(6).toUpperCase(Locale.ROOT)),
                row.getInt(7),
                row.getInt(8),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
