package dev.rockpool.benchmarks;

import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/// [ShardsBenchmark], by the distribution of its keys.
final class ShardsMeasurement implements Measurement {
    @Override
    public String name() {
        return "shards";
    }

    @Override
    public String description() {
        return "records through the shards lab on one thread, against the bound";
    }

    @Override
    public void measure(BenchRun run) throws RunnerException {
        for (Map.Entry<String, Double> score :
                JmhScore.of(ShardsBenchmark.class, "keys").entrySet()) {
            run.tell(Figure.of(
                            "keys drawn as " + score.getKey() + ", 64 shards",
                            score.getValue() / 1e6,
                            "million records/s")
                    .atLeast(10));
        }
    }
}
