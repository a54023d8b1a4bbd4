package dev.rockpool.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs a JMH benchmark in its forks.
final class JmhScore {
    private JmhScore() {}

    /// Operations a second and thread by the value of a parameter; under the empty name where there is none.
    static Map<String, Double> of(Class<?> benchmark, String parameter) throws RunnerException {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(benchmark.getName() + "\\.")
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run()) {
            BenchmarkParams parameters = result.getParams();
            String value = parameters.getParamsKeys().contains(parameter) ? parameters.getParam(parameter) : "";
            scores.put(value, result.getPrimaryResult().getScore());
        }
        return scores;
    }
}
