package dev.rockpool.study;

import dev.rockpool.study.schedule.ExamPlan;
import java.time.LocalDate;
import java.util.List;

/// What an exam plan would bring.
///
/// @param plan the plan
/// @param date of the exam
/// @param topics the topics it covers, by name
/// @param days the study days until the exam, the exam's own not counted
/// @param newCards cards of its topics that were never answered
/// @param newPerDayNeeded new cards a day so that all are met before the last days
/// @param newPerDay the limit that is set
public record ExamOutlook(
        ExamPlan plan,
        LocalDate date,
        List<Topic> topics,
        List<StudyPlanning.DayAhead> days,
        int newCards,
        int newPerDayNeeded,
        int newPerDay) {
    public ExamOutlook {
        topics = List.copyOf(topics);
        days = List.copyOf(days);
    }

    /// One topic.
    ///
    /// @param cards how many there are
    /// @param recall the mean chance of recall on the day of the exam, with the plan
    /// @param recallWithout the same without it
    /// @param reached cards at the target or above, with the plan
    public record Topic(String name, int cards, double recall, double recallWithout, int reached) {}

    /// How many cards the plan covers.
    public int cards() {
        return topics.stream().mapToInt(Topic::cards).sum();
    }

    /// How many of them are at the target or above on the day of the exam.
    public int reached() {
        return topics.stream().mapToInt(Topic::reached).sum();
    }

    /// The mean chance of recall on the day of the exam; 0 for no cards.
    public double recall() {
        return mean(topics.stream()
                .mapToDouble(topic -> topic.recall() * topic.cards())
                .sum());
    }

    /// The same without the plan.
    public double recallWithout() {
        return mean(topics.stream()
                .mapToDouble(topic -> topic.recallWithout() * topic.cards())
                .sum());
    }

    /// Whether every card can be met before the last days under the limit that is set.
    public boolean feasible() {
        return newPerDayNeeded <= newPerDay;
    }

    private double mean(double sum) {
        return cards() == 0 ? 0 : sum / cards();
    }
}
