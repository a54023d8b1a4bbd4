package dev.rockpool.study;

import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.statistics.Calibration;
import java.time.LocalDate;
import java.util.Optional;

/// What one answer adds to the sums that statistics read: a pure function of where the card stood and of the answer,
/// so that an undo takes out exactly what the grade put in.
///
/// @param studyDay of the answer
/// @param day what it adds to its study day
/// @param prediction what was predicted of it; empty where nothing was: a first answer, or one of the same day
/// @param stateBefore what was answered
/// @param rating the answer
/// @param thinkingMillis how long it took
record Tally(
        long studyDay,
        StudyDays.Sums day,
        Optional<Prediction> prediction,
        StateKind stateBefore,
        Rating rating,
        long thinkingMillis) {
    private static final double MILLION = 1_000_000;

    /// A prediction of 0 or 1 that fails would cost without bound.
    private static final double LEAST_CHANCE = 1e-6;

    /// A predicted recall and what came of it, in millionths: whole numbers can be taken out again without a rest.
    record Prediction(LocalDate month, int bin, boolean recalled, long predictedMillionths, long logLossMillionths) {
        static Prediction of(long studyDay, double retrievability, boolean recalled) {
            double given = Math.max(recalled ? retrievability : 1 - retrievability, LEAST_CHANCE);
            return new Prediction(
                    Sql.date(studyDay).withDayOfMonth(1),
                    Calibration.bin(retrievability),
                    recalled,
                    Math.round(retrievability * MILLION),
                    Math.round(-Math.log(given) * MILLION));
        }
    }

    /// @param before where the card stood when it was answered
    static Tally of(Standing before, long studyDay, LogRow.Grade grade, MemoryModel model) {
        long elapsed = before.elapsedDays(studyDay);
        Optional<Prediction> prediction = elapsed < 1
                ? Optional.empty()
                : before.state()
                        .remembered()
                        .map(memory -> Prediction.of(
                                studyDay,
                                model.retrievability(memory, (double) elapsed),
                                grade.rating().recalled()));
        return new Tally(
                studyDay,
                StudyDays.Sums.of(before, grade),
                prediction,
                grade.stateBefore(),
                grade.rating(),
                grade.thinkingMillis());
    }
}
