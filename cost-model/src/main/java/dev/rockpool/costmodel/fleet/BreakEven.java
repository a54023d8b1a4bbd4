package dev.rockpool.costmodel.fleet;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/// Where two costs meet.
public final class BreakEven {
    private static final double RELATIVE = 1e-12;
    private static final double ABSOLUTE = 1e-12;
    private static final int MOST_EVALUATIONS = 200;

    private static final int STEPS = 64;

    private BreakEven() {}

    /// The smallest argument between `least` and `most` at which `difference` is 0, looked for in 64 steps.
    public static OptionalDouble between(double least, double most, DoubleUnaryOperator difference) {
        return between(least, most, STEPS, difference);
    }

    /// The smallest argument between `least` and `most` at which `difference` is 0, as far as steps of equal ratio tell
    /// two such places apart; by Brent's method. Empty where its sign never changes.
    ///
    /// @param least above 0
    /// @param most above `least`
    /// @param steps 1 or more
    public static OptionalDouble between(double least, double most, int steps, DoubleUnaryOperator difference) {
        double ratio = Math.pow(most / least, 1.0 / steps);
        double from = least;
        double before = difference.applyAsDouble(from);
        for (int step = 1; step <= steps; step++) {
            double to = step == steps ? most : least * Math.pow(ratio, step);
            double after = difference.applyAsDouble(to);
            if (before == 0) {
                return OptionalDouble.of(from);
            }
            if (before > 0 != after > 0) {
                return OptionalDouble.of(new BrentSolver(RELATIVE, ABSOLUTE)
                        .solve(MOST_EVALUATIONS, difference::applyAsDouble, from, to));
            }
            from = to;
            before = after;
        }
        return OptionalDouble.empty();
    }
}
