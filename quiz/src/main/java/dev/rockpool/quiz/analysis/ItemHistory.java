package dev.rockpool.quiz.analysis;

import dev.rockpool.quiz.Attempt;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// What one learner's answers over time say about an item.
///
/// A class gives a matrix of persons and items; one learner gives days. A **day** stands for a person: for each answer
/// to the item its score is taken together with the share of the learner's *other* answers of that day that are right.
/// The correlation of the two is the corrected point-biserial (Henrysson 1963), over days instead of persons: how well
/// the item tells days on which much was known from those on which little was.
///
/// @param item its id
/// @param answers how many there are
/// @param right how many of them are right
/// @param discrimination the correlation; empty where one side does not vary
/// @param wrong how often each wrong answer was given, as people read it, the most frequent first
public record ItemHistory(
        String item, int answers, int right, OptionalDouble discrimination, Map<String, Integer> wrong) {
    public ItemHistory {
        wrong = Collections.unmodifiableMap(new LinkedHashMap<>(wrong));
    }

    /// The share of answers that are right, 0 to 1.
    public double facility() {
        return (double) right / answers;
    }

    /// Whether there are too few answers to judge the item by.
    public boolean hasTooFewAnswers() {
        return answers < TestStatistics.FEWEST_ANSWERS;
    }

    /// The share of answers that were this wrong one, 0 to 1.
    public double share(String answer) {
        return (double) wrong.getOrDefault(answer, 0) / answers;
    }

    /// What the answers say about every item that was answered: first those with enough answers, the hardest first.
    ///
    /// @param zone in which a day is one
    public static List<ItemHistory> of(List<Attempt> attempts, ZoneId zone) {
        Map<LocalDate, int[]> days = new LinkedHashMap<>();
        Map<String, List<Attempt>> byItem = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            int[] day = days.computeIfAbsent(day(attempt, zone), _ -> new int[2]);
            day[0] += attempt.correct() ? 1 : 0;
            day[1]++;
            byItem.computeIfAbsent(attempt.template(), _ -> new ArrayList<>()).add(attempt);
        }
        return byItem.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), days, zone))
                .sorted(Comparator.comparing(ItemHistory::hasTooFewAnswers).thenComparingDouble(ItemHistory::facility))
                .toList();
    }

    private static ItemHistory of(String item, List<Attempt> attempts, Map<LocalDate, int[]> days, ZoneId zone) {
        List<Double> scores = new ArrayList<>();
        List<Double> rests = new ArrayList<>();
        Map<String, Integer> wrong = new LinkedHashMap<>();
        for (Attempt attempt : attempts) {
            int score = attempt.correct() ? 1 : 0;
            int[] day = days.getOrDefault(day(attempt, zone), new int[2]);
            if (day[1] > 1) {
                scores.add((double) score);
                rests.add((double) (day[0] - score) / (day[1] - 1));
            }
            if (!attempt.correct()) {
                wrong.merge(attempt.answer(), 1, Integer::sum);
            }
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        wrong.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return new ItemHistory(
                item,
                attempts.size(),
                (int) attempts.stream().filter(Attempt::correct).count(),
                Correlation.of(numbers(scores), numbers(rests)),
                sorted);
    }

    private static double[] numbers(List<Double> boxed) {
        return boxed.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static LocalDate day(Attempt attempt, ZoneId zone) {
        return attempt.at().atZone(zone).toLocalDate();
    }
}
