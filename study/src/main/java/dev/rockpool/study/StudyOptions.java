package dev.rockpool.study;

import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.schedule.SchedulerOptions;
import dev.rockpool.study.schedule.StudyCalendar;
import java.time.Duration;
import java.time.LocalTime;

/// What a learner may set about studying.
///
/// @param scheduler when cards return
/// @param weights of the memory model
/// @param newPerDay new cards a study day, 0 to 9,999
/// @param rollover when a study day turns
/// @param learnAhead how early a card in its steps may be shown when nothing else is left
/// @param burySiblings whether the other cards of a note wait until the next study day once one is answered
/// @param longestThinking the most of a single answer's thinking time that counts as time studied
public record StudyOptions(
        SchedulerOptions scheduler,
        Fsrs6Weights weights,
        int newPerDay,
        LocalTime rollover,
        Duration learnAhead,
        boolean burySiblings,
        Duration longestThinking) {
    /// The most new cards a day that can be asked for.
    public static final int MOST_NEW = 9_999;

    /// Anki's defaults: 20 new cards a day, learn ahead 20 minutes, answers count up to 60 seconds.
    public static final StudyOptions STANDARD = new StudyOptions(
            SchedulerOptions.STANDARD,
            Fsrs6Weights.STANDARD,
            20,
            StudyCalendar.STANDARD_ROLLOVER,
            Duration.ofMinutes(20),
            true,
            Duration.ofSeconds(60));

    public StudyOptions {
        if (newPerDay < 0 || newPerDay > MOST_NEW) {
            throw new IllegalArgumentException("newPerDay " + newPerDay + " is not within 0 to " + MOST_NEW);
        }
        if (learnAhead.isNegative() || longestThinking.isNegative()) {
            throw new IllegalArgumentException(
                    "learnAhead " + learnAhead + " and longestThinking " + longestThinking + " must not be negative");
        }
    }
}
