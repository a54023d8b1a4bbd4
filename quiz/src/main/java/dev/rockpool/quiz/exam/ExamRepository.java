package dev.rockpool.quiz.exam;

import dev.rockpool.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The tables `exam`, `exam_place` and `exam_act`. Acts are append-only; the last of each place and kind counts. What
/// a method has written is on disk when it returns.
public final class ExamRepository {
    private static final String RESPONSE = "response";
    private static final String FLAG = "flag";

    private final Database database;

    /// The tables in `database`.
    public ExamRepository(Database database) {
        this.database = database;
    }

    /// Begins an exam.
    public Exam begin(List<Place> places, Instant now, Duration time) {
        return database.write(handle -> {
            long id = handle.createUpdate("insert into exam (started_at, deadline) values (?, ?)")
                    .bind(0, at(now))
                    .bind(1, at(now.plus(time)))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            for (int place = 0; place < places.size(); place++) {
                handle.execute(
                        "insert into exam_place (exam, place, item, seed) values (?, ?, ?, ?)",
                        id,
                        place,
                        places.get(place).item(),
                        places.get(place).seed());
            }
            return new Exam(id, now, now.plus(time), places);
        });
    }

    /// The exam that is not finished, if there is one; the latest of several.
    public Optional<Exam> open() {
        return database.read(handle -> handle.createQuery(
                        "select id, started_at, deadline from exam where finished_at is null order by id desc limit 1")
                .map((row, _) -> new Exam(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        places(handle, row.getLong(1))))
                .findOne());
    }

    private static List<Place> places(Handle handle, long exam) {
        return handle.createQuery("select item, seed from exam_place where exam = ? order by place")
                .bind(0, exam)
                .map((row, _) -> new Place(row.getString(1), row.getLong(2)))
                .list();
    }

    /// What was answered and flagged so far.
    public Sheet sheet(Exam exam) {
        return database.read(handle -> {
            Map<Integer, String> lines = new HashMap<>();
            Set<Integer> flagged = new HashSet<>();
            handle.createQuery("select place, kind, line from exam_act where exam = ? order by id")
                    .bind(0, exam.id())
                    .map((row, _) -> {
                        int place = row.getInt(1);
                        String line = row.getString(3);
                        if (row.getString(2).equals(RESPONSE)) {
                            lines.put(place, line);
                        } else if (line.isEmpty()) {
                            flagged.remove(place);
                        } else {
                            flagged.add(place);
                        }
                        return place;
                    })
                    .list();
            lines.values().removeIf(String::isEmpty);
            return new Sheet(lines, flagged);
        });
    }

    /// Keeps a response; an empty line takes it back.
    public void respond(Exam exam, int place, String line, Instant now) {
        act(exam, place, RESPONSE, line, now);
    }

    /// Keeps a flag, or takes it away.
    public void flag(Exam exam, int place, boolean flagged, Instant now) {
        act(exam, place, FLAG, flagged ? FLAG : "", now);
    }

    private void act(Exam exam, int place, String kind, String line, Instant now) {
        database.write(handle -> handle.execute(
                "insert into exam_act (exam, place, kind, line, at) values (?, ?, ?, ?, ?)",
                exam.id(),
                place,
                kind,
                line,
                at(now)));
    }

    /// Ends an exam with its result. Ending it twice changes nothing.
    ///
    /// @param right how many questions were right
    public void finish(Exam exam, int right, Instant now) {
        database.write(handle -> handle.execute(
                "update exam set finished_at = ?, right_ones = ? where id = ? and finished_at is null",
                at(now),
                right,
                exam.id()));
    }

    /// An exam that is over.
    ///
    /// @param right of `questions`
    public record Past(Instant finished, int right, int questions) {}

    /// The exams that are over, the latest first.
    public List<Past> past() {
        return database.read(handle -> handle.createQuery("select finished_at, right_ones,"
                        + " (select count(*) from exam_place where exam = exam.id) from exam"
                        + " where finished_at is not null order by id desc")
                .map((row, _) ->
                        new Past(row.getObject(1, OffsetDateTime.class).toInstant(), row.getInt(2), row.getInt(3)))
                .list());
    }

    /// Deletes every exam.
    public void deleteAll() {
        database.write(handle -> handle.execute("delete from exam"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
