package dev.rockpool.app.today;

import dev.rockpool.content.Finding;
import dev.rockpool.study.Counts;
import dev.rockpool.study.StudyDay;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the present study day holds, and what the last ones held.
///
/// @param counts what is due
/// @param minutes about how long the due cards take
/// @param days answers of the last seven study days, the present one last
/// @param everStudied whether there is any answer at all
/// @param readings questions to read next, least mastered first
/// @param exam the exam that is studied for, until its day is over
/// @param corrections claims of the document that are not right today
/// @param faults what is wrong in the user's own decks
public record Agenda(
        Counts counts,
        int minutes,
        List<StudyDay> days,
        boolean everStudied,
        List<Reading> readings,
        Optional<Exam> exam,
        int corrections,
        List<Finding> faults) {
    /// How long one card takes where nothing is known: about ten seconds.
    static final Duration STANDARD_PACE = Duration.ofSeconds(10);

    public Agenda {
        days = List.copyOf(days);
        readings = List.copyOf(readings);
        faults = List.copyOf(faults);
    }

    /// A documented question to read.
    ///
    /// @param mastery the share of its cards that would be recalled now
    public record Reading(String questionId, int number, String title, double mastery) {}

    /// An exam ahead.
    ///
    /// @param days until it; 0 on its day
    /// @param target the recall it is studied for, in per cent
    public record Exam(int days, long target) {}

    /// On how many of the days something was studied.
    public int daysStudied() {
        return (int) days.stream().filter(day -> day.answers() > 0).count();
    }

    /// Minutes that `cards` take at the pace of today's answers, at least one if there are any.
    static int minutes(int cards, Counts counts) {
        if (cards == 0) {
            return 0;
        }
        long perCard = counts.doneToday() < 5
                ? STANDARD_PACE.toSeconds()
                : Math.clamp(counts.studiedToday().toSeconds() / counts.doneToday(), 3, 60);
        return (int) Math.max(1, Math.round(cards * perCard / 60.0));
    }
}
