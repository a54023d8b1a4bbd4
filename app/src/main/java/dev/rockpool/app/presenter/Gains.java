package dev.rockpool.app.presenter;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/// The gains of classes, the earliest first.
///
/// @param values none of them unknown, at least one
record Gains(List<Double> values) {
    Gains {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No class has a gain; one at least must");
        }
    }

    /// Those of the classes that have one.
    static Gains of(List<ClassRun> runs) {
        return new Gains(runs.stream()
                .flatMap(run -> run.gain().normalised().stream().boxed())
                .toList());
    }

    /// Least, mean and most.
    DoubleSummaryStatistics summary() {
        return values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    }
}
