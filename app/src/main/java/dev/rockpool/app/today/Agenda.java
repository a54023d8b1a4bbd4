package dev.rockpool.app.today;

import dev.rockpool.content.Finding;
import dev.rockpool.study.Counts;
import dev.rockpool.study.StudyDay;
import java.time.Duration;
import java.util.List;

/// What the present study day holds, and what the last ones held.
///
/// @param counts what is due
/// @param minutes about how long the due cards take
/// @param days answers of the last seven study days, the present one last
/// @param everStudied whether there is any answer at all
/// @param readings questions to read next, least mastered first
/// @param corrections claims of the document that are not right today
/// @param faults what is wrong in the user's own decks
public record Agenda(
        Counts counts,
        int minutes,
        List<StudyDay> days,
        boolean everStudied,
        List<Reading> readings,
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
