package dev.rockpool.quiz.analysis;

import java.util.OptionalDouble;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/// Pearson's correlation, which with one side of zeros and ones is the point-biserial one.
final class Correlation {
    private Correlation() {}

    /// Empty where one side does not vary, or there are fewer than two pairs.
    static OptionalDouble of(double[] left, double[] right) {
        if (left.length < 2 || StatUtils.populationVariance(left) == 0 || StatUtils.populationVariance(right) == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(new PearsonsCorrelation().correlation(left, right));
    }
}
