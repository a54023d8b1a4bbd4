package dev.rockpool.quiz;

import dev.rockpool.database.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The table `quiz_attempt`, append-only until the learner deletes it as a whole. An attempt's template is the id of
/// any item of the bank.
public final class AttemptRepository {
    private final Database database;

    /// The table in `database`.
    public AttemptRepository(Database database) {
        this.database = database;
    }

    /// Keeps an attempt; on disk when it returns.
    public void keep(Attempt attempt) {
        database.write(handle -> handle.execute(
                "insert into quiz_attempt (template, seed, answer, correct, misconception, answered_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                attempt.template(),
                attempt.seed(),
                attempt.answer(),
                attempt.correct(),
                attempt.misconception().orElse(null),
                attempt.at().atOffset(ZoneOffset.UTC)));
    }

    /// Every attempt, oldest first.
    public List<Attempt> all() {
        return database.read(handle -> handle.createQuery(
                        "select template, seed, answer, correct, misconception, answered_at from quiz_attempt"
                                + " order by id")
                .map((row, _) -> attempt(row))
                .list());
    }

    /// How often a template was answered, and how often rightly.
    ///
    /// @param right of `answered`
    public record Tally(String template, int answered, int right) {}

    /// The tallies of all templates that were ever answered, by template.
    public List<Tally> tallies() {
        return database.read(handle -> handle.createQuery("select template, count(*),"
                        + " count(*) filter (where correct) from quiz_attempt group by template order by template")
                .map((row, _) -> new Tally(row.getString(1), row.getInt(2), row.getInt(3)))
                .list());
    }

    /// The last attempt at every item whose last attempt was wrong, the latest first.
    public List<Attempt> mistakes() {
        return database.read(handle -> handle.createQuery(
                        "select template, seed, answer, correct, misconception, answered_at from quiz_attempt"
                                + " where id in (select max(id) from quiz_attempt group by template) and not correct"
                                + " order by id desc")
                .map((row, _) -> attempt(row))
                .list());
    }

    /// Deletes every attempt.
    public void deleteAll() {
        database.write(handle -> handle.execute("delete from quiz_attempt"));
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getBoolean(4),
                Optional.ofNullable(row.getString(5)),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
