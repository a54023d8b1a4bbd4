package dev.rockpool.app.statistics;

import dev.rockpool.study.Forecast;
import dev.rockpool.study.StudyDay;
import dev.rockpool.study.statistics.Calibration;
import dev.rockpool.study.statistics.Period;
import dev.rockpool.study.statistics.Retention;
import java.util.List;

/// What is summed with every answer.
///
/// @param everAnswered whether there is any answer at all
/// @param period that retention and calibration look back over
/// @param desiredRetention what is aimed at, 0 to 1
/// @param retention over each period, the shortest first
/// @param calibration over the period
/// @param days the last 365 study days, the present one last
/// @param forecast the next 30 study days
record Overview(
        boolean everAnswered,
        Period period,
        double desiredRetention,
        List<Retention> retention,
        Calibration calibration,
        List<StudyDay> days,
        Forecast forecast) {
    Overview {
        retention = List.copyOf(retention);
        days = List.copyOf(days);
    }

    /// Over the period that is looked at.
    Retention chosen() {
        return retention.stream()
                .filter(each -> each.period() == period)
                .findFirst()
                .orElseThrow();
    }
}
