package dev.rockpool.study;

import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.statistics.Period;
import dev.rockpool.study.statistics.Recalled;
import dev.rockpool.study.statistics.Retention;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `study_day` within one transaction: sums of the answers that count, by study day.
final class StudyDays {
    private static final String COLUMNS =
            "study_day, answers, recalled, new_cards, reviews, lapses, thinking_ms," + " mature_reviews, mature_lapses";

    private final Handle handle;

    StudyDays(Handle handle) {
        this.handle = handle;
    }

    /// What was done on one study day.
    ///
    /// @param matureReviews reviews of cards whose interval was 21 days or longer
    /// @param matureLapses those of them that were forgotten
    record Sums(
            int answers,
            int recalled,
            int newCards,
            int reviews,
            int lapses,
            int matureReviews,
            int matureLapses,
            long thinkingMillis) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0);

        /// What one answer adds.
        ///
        /// @param before where the card stood
        static Sums of(Standing before, LogRow.Grade grade) {
            boolean review = grade.stateBefore() == StateKind.REVIEW;
            boolean mature = review
                    && before.plan()
                            .filter(plan -> plan.intervalDays() >= Retention.MATURE_DAYS)
                            .isPresent();
            boolean lapse = review && grade.rating() == Rating.AGAIN;
            return new Sums(
                    1,
                    grade.rating().recalled() ? 1 : 0,
                    grade.stateBefore() == StateKind.NEW ? 1 : 0,
                    review ? 1 : 0,
                    lapse ? 1 : 0,
                    mature ? 1 : 0,
                    mature && lapse ? 1 : 0,
                    grade.thinkingMillis());
        }

        Sums plus(Sums other) {
            return new Sums(
                    answers + other.answers,
                    recalled + other.recalled,
                    newCards + other.newCards,
                    reviews + other.reviews,
                    lapses + other.lapses,
                    matureReviews + other.matureReviews,
                    matureLapses + other.matureLapses,
                    thinkingMillis + other.thinkingMillis);
        }

        Sums negated() {
            return new Sums(
                    -answers, -recalled, -newCards, -reviews, -lapses, -matureReviews, -matureLapses, -thinkingMillis);
        }
    }

    Sums of(long studyDay) {
        return handle.createQuery("select * from study_day where study_day = :day")
                .bind("day", Sql.date(studyDay))
                .map((row, context) -> new Sums(
                        row.getInt("answers"),
                        row.getInt("recalled"),
                        row.getInt("new_cards"),
                        row.getInt("reviews"),
                        row.getInt("lapses"),
                        row.getInt("mature_reviews"),
                        row.getInt("mature_lapses"),
                        row.getLong("thinking_ms")))
                .findOne()
                .orElse(Sums.NONE);
    }

    /// The study days from one to another, those without an answer too.
    List<StudyDay> between(long first, long last) {
        Map<LocalDate, StudyDay> answered = new HashMap<>();
        handle.createQuery(
                        "select study_day, answers, recalled from study_day where study_day between :first and :last")
                .bind("first", Sql.date(first))
                .bind("last", Sql.date(last))
                .map((row, context) -> new StudyDay(row.getObject(1, LocalDate.class), row.getInt(2), row.getInt(3)))
                .forEach(day -> answered.put(day.date(), day));
        return LongStream.rangeClosed(first, last)
                .mapToObj(Sql::date)
                .map(date -> answered.getOrDefault(date, new StudyDay(date, 0, 0)))
                .toList();
    }

    /// Whether any answer counts.
    boolean any() {
        return handle.createQuery("select exists (select 1 from study_day where answers > 0)")
                .mapTo(Boolean.class)
                .one();
    }

    /// True retention over the days from `first` on.
    Retention retention(Period period, long first) {
        return handle.createQuery("select coalesce(sum(reviews), 0), coalesce(sum(lapses), 0),"
                        + " coalesce(sum(mature_reviews), 0), coalesce(sum(mature_lapses), 0) from study_day"
                        + " where study_day >= :first")
                .bind("first", Sql.date(first))
                .map((row, _) -> {
                    long reviews = row.getLong(1);
                    long lapses = row.getLong(2);
                    long mature = row.getLong(3);
                    long matureLapses = row.getLong(4);
                    return new Retention(
                            period,
                            new Recalled(reviews - mature, reviews - mature - lapses + matureLapses),
                            new Recalled(mature, mature - matureLapses));
                })
                .one();
    }

    void add(long studyDay, Sums sums) {
        Sums total = of(studyDay).plus(sums);
        handle.createUpdate("merge into study_day (" + COLUMNS + ") key (study_day) values (:day, :answers,"
                        + " :recalled, :new, :reviews, :lapses, :thinking, :matureReviews, :matureLapses)")
                .bind("day", Sql.date(studyDay))
                .bind("answers", total.answers())
                .bind("recalled", total.recalled())
                .bind("new", total.newCards())
                .bind("reviews", total.reviews())
                .bind("lapses", total.lapses())
                .bind("thinking", total.thinkingMillis())
                .bind("matureReviews", total.matureReviews())
                .bind("matureLapses", total.matureLapses())
                .execute();
    }

    /// Study days in a row with an answer that end today, or yesterday while today has none.
    int streak(long today) {
        List<Long> days = handle.createQuery(
                        "select study_day from study_day where answers > 0 and study_day <= :today order by study_day desc")
                .bind("today", Sql.date(today))
                .map((row, context) -> row.getObject(1, LocalDate.class).toEpochDay())
                .list();
        if (days.isEmpty() || days.getFirst() < today - 1) {
            return 0;
        }
        int streak = 1;
        while (streak < days.size() && days.get(streak) == days.get(streak - 1) - 1) {
            streak++;
        }
        return streak;
    }

    void replaceAll(Map<Long, Sums> byDay) {
        handle.execute("delete from study_day");
        Map<Long, Sums> filled = new HashMap<>(byDay);
        filled.values().removeIf(Sums.NONE::equals);
        if (filled.isEmpty()) {
            return;
        }
        try (PreparedBatch batch =
                handle.prepareBatch("insert into study_day (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            filled.forEach((day, sums) -> batch.add(
                    Sql.date(day),
                    sums.answers(),
                    sums.recalled(),
                    sums.newCards(),
                    sums.reviews(),
                    sums.lapses(),
                    sums.thinkingMillis(),
                    sums.matureReviews(),
                    sums.matureLapses()));
            batch.execute();
        }
    }
}
