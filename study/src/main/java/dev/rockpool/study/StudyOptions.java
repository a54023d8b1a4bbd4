package dev.rockpool.study;

import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.schedule.ExamPlan;
import dev.rockpool.study.schedule.LoadBalancing;
import dev.rockpool.study.schedule.SchedulerOptions;
import dev.rockpool.study.schedule.StudyCalendar;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;

/// What a learner may set about studying.
///
/// @param scheduler when cards return
/// @param weights of the memory model
/// @param newPerDay new cards a study day, 0 to 9,999
/// @param rollover when a study day turns
/// @param learnAhead how early a card in its steps may be shown when nothing else is left
/// @param burySiblings whether the other cards of a note wait until the next study day once one is answered
/// @param longestThinking the most of a single answer's thinking time that counts as time studied
/// @param balancing how the days of cards are chosen beyond chance
/// @param exam the exam that is studied for; empty for none
public record StudyOptions(
        SchedulerOptions scheduler,
        Fsrs6Weights weights,
        int newPerDay,
        LocalTime rollover,
        Duration learnAhead,
        boolean burySiblings,
        Duration longestThinking,
        LoadBalancing balancing,
        Optional<ExamPlan> exam) {
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

    /// Options without balancing and without an exam.
    public StudyOptions(
            SchedulerOptions scheduler,
            Fsrs6Weights weights,
            int newPerDay,
            LocalTime rollover,
            Duration learnAhead,
            boolean burySiblings,
            Duration longestThinking) {
        this(
                scheduler,
                weights,
                newPerDay,
                rollover,
                learnAhead,
                burySiblings,
                longestThinking,
                LoadBalancing.OFF,
                Optional.empty());
    }

    /// The same with another balancing of the days.
    public StudyOptions with(LoadBalancing other) {
        return new StudyOptions(
                scheduler, weights, newPerDay, rollover, learnAhead, burySiblings, longestThinking, other, exam);
    }

    /// The same with another exam.
    public StudyOptions with(Optional<ExamPlan> other) {
        return new StudyOptions(
                scheduler, weights, newPerDay, rollover, learnAhead, burySiblings, longestThinking, balancing, other);
    }

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
