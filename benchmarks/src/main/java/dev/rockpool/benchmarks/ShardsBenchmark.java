package dev.rockpool.benchmarks;

import dev.rockpool.simulators.shards.KeyDistribution;
import dev.rockpool.simulators.shards.ShardsLab;
import dev.rockpool.simulators.shards.ShardsScenario;
import dev.rockpool.simulators.shards.ShardsSimulation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Records a second and thread through the shards lab: key, shard, both limits, one shared consumer, closed forms.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ShardsBenchmark {
    private static final int RECORDS_PER_SECOND = 32_768;
    private static final int SHARDS = 64;

    @Param({"uniform", "zipf", "hot", "list"})
    String keys = "uniform";

    private ShardsSimulation simulation = new ShardsLab().open(new ShardsLab().standard());

    /// Opens an endless run on 64 shards that are full on average.
    @Setup
    public void open() {
        ShardsLab lab = new ShardsLab();
        ShardsScenario scenario = lab.standard()
                .withShards(SHARDS)
                .withRecordsPerSecond(RECORDS_PER_SECOND)
                .withKeys(
                        switch (keys) {
                            case "uniform" -> new KeyDistribution.Uniform(100_000);
                            case "zipf" -> new KeyDistribution.Zipf(100_000, 1);
                            case "hot" -> new KeyDistribution.Hot(0.3, 50_000);
                            default ->
                                new KeyDistribution.Listed(List.of(
                                        new KeyDistribution.WeightedKey("device-7", 3),
                                        new KeyDistribution.WeightedKey("device-8", 1)));
                        });
        simulation = lab.open(scenario);
    }

    /// One virtual second.
    @Benchmark
    @OperationsPerInvocation(RECORDS_PER_SECOND)
    public boolean second() {
        simulation.step();
        return simulation.done();
    }
}
