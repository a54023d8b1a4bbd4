package dev.rockpool.study;

import dev.rockpool.study.optimise.ReviewHistories;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/// The table `review_log` within one transaction. Rows are added and read, never changed.
final class ReviewLog {
    private static final String INSERT = """
            insert into review_log (operation, act, card_id, at, study_day, rating, thinking_ms, state_before, state, \
            steps_left, delay_seconds, interval_days, lapses, leech, due_at, due_day, flag, undoes) \
            values (:operation, :act, :card, :at, :day, :rating, :thinking, :before, :state, \
            :steps, :delay, :interval, :lapses, :leech, :dueAt, :dueDay, :flag, :undoes)""";

    private static final String COUNTS =
            " and not exists (select 1 from review_log undo where undo.undoes = done.operation)";

    private static final int CARDS_AT_A_TIME = 1_000;
    private static final int BATCH = 1_000;

    private final Handle handle;

    ReviewLog(Handle handle) {
        this.handle = handle;
    }

    void append(LogRow row) {
        try (var insert = handle.createUpdate(INSERT)) {
            bind(insert, row).execute();
        }
    }

    /// Appends many rows in their order.
    void appendAll(List<LogRow> rows) {
        for (int start = 0; start < rows.size(); start += BATCH) {
            try (PreparedBatch batch = handle.prepareBatch(INSERT)) {
                for (LogRow row : rows.subList(start, Math.min(rows.size(), start + BATCH))) {
                    bind(batch, row);
                    batch.add();
                }
                batch.execute();
            }
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, LogRow row) {
        Optional<LogRow.Grade> grade = row.grade();
        Optional<Plan> plan = grade.map(LogRow.Grade::plan);
        return statement
                .bind("operation", row.operation())
                .bind("act", row.what().text())
                .bind("card", row.cardId())
                .bind("at", Sql.time(row.at()))
                .bind("day", Sql.date(row.studyDay()))
                .bind("rating", grade.map(done -> done.rating().number()).orElse(null))
                .bind("thinking", grade.map(LogRow.Grade::thinkingMillis).orElse(null))
                .bind("before", grade.map(done -> done.stateBefore().text()).orElse(null))
                .bind("state", plan.map(given -> given.kind().text()).orElse(null))
                .bind("steps", plan.map(Plan::stepsLeft).orElse(null))
                .bind("delay", plan.map(given -> given.delay().toSeconds()).orElse(null))
                .bind("interval", plan.map(Plan::intervalDays).orElse(null))
                .bind("lapses", plan.map(Plan::lapses).orElse(null))
                .bind("leech", plan.map(Plan::leech).orElse(null))
                .bind("dueAt", plan.map(given -> Sql.time(given.due())).orElse(null))
                .bind("dueDay", plan.map(given -> Sql.date(given.dueDay())).orElse(null))
                .bind("flag", row.flag().map(Flag::name).orElse(null))
                .bind("undoes", row.undoes().orElse(null));
    }

    /// The number that the next row will have, or more.
    long nextNumber() {
        return handle.createQuery("select coalesce(max(seq), 0) + 1 from review_log")
                .mapTo(Long.class)
                .one();
    }

    /// The rows of one operation, first to last.
    List<LogRow> ofOperation(String operation) {
        return list(handle.createQuery("select * from review_log where operation = :operation order by seq")
                .bind("operation", operation));
    }

    /// All rows of one card, first to last.
    List<LogRow> ofCard(String cardId) {
        return list(handle.createQuery("select * from review_log where card_id = :card order by card_id, seq")
                .bind("card", cardId));
    }

    /// The newest operation of a study day that is not undone.
    Optional<String> newestOf(long studyDay) {
        return handle.createQuery("select operation from review_log done where study_day = :day and act <> 'UNDO'"
                        + COUNTS + " order by study_day desc, seq desc limit 1")
                .bind("day", Sql.date(studyDay))
                .mapTo(String.class)
                .findOne();
    }

    /// The answers that count since an instant, first to last.
    ///
    /// @param studyDay of `since`
    List<LogRow> gradesSince(long studyDay, Instant since) {
        return list(handle.createQuery("select * from review_log done where study_day >= :day and at >= :since"
                        + " and act = 'GRADE'" + COUNTS + " order by seq")
                .bind("day", Sql.date(studyDay))
                .bind("since", Sql.time(since)));
    }

    /// Every card's rows together, first to last; card after card, and few cards in memory at a time.
    void eachCard(Consumer<List<LogRow>> consumer) {
        List<String> cardIds = cardIdsAfter("");
        while (!cardIds.isEmpty()) {
            CardByCard cards = new CardByCard(consumer);
            list(handle.createQuery(
                                    "select * from review_log where card_id between :first and :last order by card_id, seq")
                            .bind("first", cardIds.getFirst())
                            .bind("last", cardIds.getLast()))
                    .forEach(cards::accept);
            cards.finish();
            cardIds = cardIdsAfter(cardIds.getLast());
        }
    }

    /// The histories of all cards, as an optimiser reads them: grades that are not undone, a card's from the last time
    /// that it was new.
    ReviewHistories histories() {
        ReviewHistories.Builder builder = new ReviewHistories.Builder(0);
        Map<String, Integer> cards = new HashMap<>();
        try (Query query = handle.createQuery("select card_id, study_day, rating, state_before from review_log done"
                + " where act = 'GRADE'" + COUNTS + " order by seq")) {
            query.map((row, context) -> {
                        String state = row.getString("state_before");
                        builder.add(
                                cards.computeIfAbsent(row.getString("card_id"), id -> cards.size()),
                                Sql.day(row, "study_day").orElseThrow(),
                                Sql.rating(row).orElseThrow(),
                                StateKind.ofText(state).begins());
                        return builder;
                    })
                    .forEach(each -> {});
        }
        return builder.build();
    }

    private List<String> cardIdsAfter(String cardId) {
        return handle.createQuery(
                        "select distinct card_id from review_log where card_id > :card order by card_id limit :most")
                .bind("card", cardId)
                .bind("most", CARDS_AT_A_TIME)
                .mapTo(String.class)
                .list();
    }

    private static List<LogRow> list(Query query) {
        try (query) {
            return query.map((row, context) -> read(row)).list();
        }
    }

    private static LogRow read(ResultSet row) throws SQLException {
        Optional<LogRow.Grade> grade = Sql.rating(row).isPresent() ? Optional.of(grade(row)) : Optional.empty();
        return new LogRow(
                row.getString("operation"),
                LogRow.What.of(row.getString("act")),
                row.getString("card_id"),
                Sql.instant(row, "at").orElseThrow(),
                Sql.day(row, "study_day").orElseThrow(),
                grade,
                Sql.text(row, "flag").map(Flag::valueOf),
                Sql.text(row, "undoes"));
    }

    private static LogRow.Grade grade(ResultSet row) throws SQLException {
        return new LogRow.Grade(
                Sql.rating(row).orElseThrow(),
                row.getInt("thinking_ms"),
                StateKind.ofText(row.getString("state_before")),
                Sql.plan(row, StateKind.ofText(row.getString("state")), "leech"));
    }
}
