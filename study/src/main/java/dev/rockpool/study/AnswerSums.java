package dev.rockpool.study;

import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.planning.Habits;
import dev.rockpool.study.statistics.Calibration;
import dev.rockpool.study.statistics.Recalled;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The tables `study_day`, `recall_bin` and `answer_time` within one transaction: sums over the answers that count.
final class AnswerSums {
    private static final double MILLION = 1_000_000;

    private final Handle handle;
    private final StudyDays days;

    AnswerSums(Handle handle) {
        this.handle = handle;
        this.days = new StudyDays(handle);
    }

    void add(Tally tally) {
        Gathered one = new Gathered();
        one.add(tally, 1);
        add(one);
    }

    void takeOut(Tally tally) {
        Gathered one = new Gathered();
        one.add(tally, -1);
        add(one);
    }

    /// Adds sums to those that are there.
    void add(Gathered gathered) {
        gathered.days.forEach(days::add);
        Map<Gathered.BinKey, long[]> newBins = new HashMap<>();
        gathered.bins.forEach((key, sums) -> {
            int changed = handle.execute(
                    "update recall_bin set reviews = reviews + ?, recalled = recalled + ?,"
                            + " predicted_millionths = predicted_millionths + ?,"
                            + " log_loss_millionths = log_loss_millionths + ? where month_start = ? and bin = ?",
                    sums[0],
                    sums[1],
                    sums[2],
                    sums[3],
                    key.month(),
                    key.bin());
            if (changed == 0) {
                newBins.put(key, sums);
            }
        });
        Map<Gathered.TimeKey, long[]> newTimes = new HashMap<>();
        gathered.times.forEach((key, sums) -> {
            int changed = handle.execute(
                    "update answer_time set answers = answers + ?, thinking_ms = thinking_ms + ?"
                            + " where state_before = ? and rating = ?",
                    sums[0],
                    sums[1],
                    key.stateBefore().text(),
                    key.rating().number());
            if (changed == 0) {
                newTimes.put(key, sums);
            }
        });
        insertBins(newBins);
        insertTimes(newTimes);
    }

    /// Sums over many answers, in memory; what is taken out counts below nothing.
    static final class Gathered {
        private final Map<Long, StudyDays.Sums> days = new HashMap<>();
        private final Map<BinKey, long[]> bins = new HashMap<>();
        private final Map<TimeKey, long[]> times = new HashMap<>();

        private record BinKey(LocalDate month, int bin) {}

        private record TimeKey(StateKind stateBefore, Rating rating) {}

        /// Adds the answers of a card that count.
        ///
        /// @param rows all of the card's rows, in the order of the log
        /// @return where the card stands after them
        Standing add(List<LogRow> rows, MemoryModel model) {
            return count(rows, model, 1);
        }

        /// Takes out what [#add] added.
        void takeOut(List<LogRow> rows, MemoryModel model) {
            count(rows, model, -1);
        }

        private Standing count(List<LogRow> rows, MemoryModel model, int sign) {
            return Standing.replay(
                    rows,
                    model,
                    (before, row) ->
                            row.grade().ifPresent(grade -> add(Tally.of(before, row.studyDay(), grade, model), sign)));
        }

        private void add(Tally tally, int sign) {
            days.merge(tally.studyDay(), sign > 0 ? tally.day() : tally.day().negated(), StudyDays.Sums::plus);
            tally.prediction().ifPresent(made -> {
                long[] sums = bins.computeIfAbsent(new BinKey(made.month(), made.bin()), _ -> new long[4]);
                sums[0] += sign;
                sums[1] += made.recalled() ? sign : 0;
                sums[2] += sign * made.predictedMillionths();
                sums[3] += sign * made.logLossMillionths();
            });
            long[] time = times.computeIfAbsent(new TimeKey(tally.stateBefore(), tally.rating()), _ -> new long[2]);
            time[0] += sign;
            time[1] += sign * tally.thinkingMillis();
        }
    }

    void replaceAll(Gathered gathered) {
        days.replaceAll(gathered.days);
        handle.execute("delete from recall_bin");
        handle.execute("delete from answer_time");
        insertBins(gathered.bins);
        insertTimes(gathered.times);
    }

    private void insertBins(Map<Gathered.BinKey, long[]> bins) {
        if (bins.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch("insert into recall_bin (month_start, bin, reviews, recalled,"
                + " predicted_millionths, log_loss_millionths) values (?, ?, ?, ?, ?, ?)")) {
            bins.forEach((key, sums) -> batch.add(key.month(), key.bin(), sums[0], sums[1], sums[2], sums[3]));
            batch.execute();
        }
    }

    private void insertTimes(Map<Gathered.TimeKey, long[]> times) {
        if (times.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(
                "insert into answer_time (state_before, rating, answers, thinking_ms) values (?, ?, ?, ?)")) {
            times.forEach((key, sums) ->
                    batch.add(key.stateBefore().text(), key.rating().number(), sums[0], sums[1]));
            batch.execute();
        }
    }

    /// How the learner answers.
    Habits habits() {
        Map<Gathered.TimeKey, Habits.Answers> answers = new HashMap<>();
        handle.createQuery("select state_before, rating, answers, thinking_ms from answer_time where answers > 0")
                .map((row, _) -> Map.entry(
                        new Gathered.TimeKey(
                                StateKind.ofText(row.getString(1)),
                                Sql.rating(row).orElseThrow()),
                        new Habits.Answers(row.getLong(3), row.getLong(4))))
                .forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
        return Habits.measured(rating -> answers(answers, rating, StateKind.NEW), (kind, rating) -> switch (kind) {
            case LEARNING -> answers(answers, rating, StateKind.NEW).plus(answers(answers, rating, StateKind.LEARNING));
            case REVIEW -> answers(answers, rating, StateKind.REVIEW);
            case RELEARNING -> answers(answers, rating, StateKind.RELEARNING);
        });
    }

    private static Habits.Answers answers(
            Map<Gathered.TimeKey, Habits.Answers> answers, Rating rating, StateKind kind) {
        return answers.getOrDefault(new Gathered.TimeKey(kind, rating), Habits.Answers.NONE);
    }

    /// Predicted recall against recall, from a month on.
    ///
    /// @param first the first day of the month
    Calibration calibration(LocalDate first) {
        List<Calibration.Bin> bins = new ArrayList<>();
        long[] logLoss = {0};
        handle.createQuery("select bin, sum(reviews), sum(recalled), sum(predicted_millionths),"
                        + " sum(log_loss_millionths) from recall_bin where month_start >= :first"
                        + " group by bin having sum(reviews) > 0 order by bin")
                .bind("first", first)
                .map((row, _) -> {
                    logLoss[0] += row.getLong(5);
                    long reviews = row.getLong(2);
                    return new Calibration.Bin(
                            row.getInt(1), new Recalled(reviews, row.getLong(3)), row.getLong(4) / MILLION / reviews);
                })
                .forEach(bins::add);
        long reviews = bins.stream().mapToLong(bin -> bin.recalled().reviews()).sum();
        return new Calibration(bins, reviews == 0 ? 0 : logLoss[0] / MILLION / reviews);
    }
}
