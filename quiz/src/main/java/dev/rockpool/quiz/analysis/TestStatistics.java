package dev.rockpool.quiz.analysis;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/// What the answers say about a test.
///
/// @param persons how many took it
/// @param meanScore mean number of items that are right
/// @param standardDeviation of the scores, estimated from these persons; empty for one person
/// @param kr20 reliability, k ÷ (k − 1) · (1 − Σ p q ÷ σ²); empty for one item, or where all scores are equal
/// @param kr21 reliability as if all items were equally hard, k ÷ (k − 1) · (1 − m (k − m) ÷ (k σ²)); empty as KR-20
/// @param standardError standard error of measurement, standard deviation · √(1 − KR-20); empty as KR-20
/// @param items one a column of the matrix
public record TestStatistics(
        int persons,
        double meanScore,
        OptionalDouble standardDeviation,
        OptionalDouble kr20,
        OptionalDouble kr21,
        OptionalDouble standardError,
        List<ItemStatistics> items) {
    /// Fewer persons than this are too few to judge an item by.
    public static final int FEWEST_ANSWERS = 30;

    public TestStatistics {
        items = List.copyOf(items);
    }

    /// Computes all of it.
    public static TestStatistics of(ScoreMatrix matrix) {
        double[] totals = matrix.totals();
        double mean = StatUtils.mean(totals);
        OptionalDouble deviation = matrix.persons() < 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(StatUtils.variance(totals)));
        UpperLower groups = new UpperLower(matrix);
        List<ItemStatistics> items = IntStream.range(0, matrix.items())
                .mapToObj(item -> item(matrix, groups, item, totals))
                .toList();
        double variance = StatUtils.populationVariance(totals);
        int k = matrix.items();
        if (k < 2 || variance == 0) {
            return new TestStatistics(
                    matrix.persons(),
                    mean,
                    deviation,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    items);
        }
        double ofItems = items.stream()
                .mapToDouble(item -> item.facility() * (1 - item.facility()))
                .sum();
        double kr20 = k / (k - 1.0) * (1 - ofItems / variance);
        double kr21 = k / (k - 1.0) * (1 - mean * (k - mean) / (k * variance));
        return new TestStatistics(
                matrix.persons(),
                mean,
                deviation,
                OptionalDouble.of(kr20),
                OptionalDouble.of(kr21),
                OptionalDouble.of(deviation.orElseThrow() * Math.sqrt(1 - kr20)),
                items);
    }

    private static ItemStatistics item(ScoreMatrix matrix, UpperLower groups, int item, double[] totals) {
        double[] column = matrix.column(item);
        return new ItemStatistics(
                StatUtils.mean(column),
                groups.difference(item),
                Correlation.of(column, matrix.rests(item)),
                Correlation.of(column, totals));
    }

    /// Whether there are too few answers for these numbers to say much.
    public boolean hasTooFewAnswers() {
        return persons < FEWEST_ANSWERS;
    }
}
