package dev.rockpool.quiz.streams;

import dev.rockpool.simulators.shards.KeyDistribution;
import dev.rockpool.simulators.shards.ShardLayout;
import dev.rockpool.simulators.shards.ShardsLab;
import dev.rockpool.simulators.shards.ShardsScenario;
import dev.rockpool.simulators.shards.StreamConsumer;
import dev.rockpool.streamengine.StreamMode;
import java.util.ArrayList;
import java.util.List;

/// Scenarios of the lab *shards* that show a question's number.
final class StreamScenarios {
    static final ShardsLab LAB = new ShardsLab();

    /// So many keys spread over few shards almost evenly.
    private static final int KEYS = 50_000;

    private static final int SECONDS = 300;
    private static final long SEED = 1;

    private StreamScenarios() {}

    /// A provisioned stream with one polling consumer.
    static ShardsScenario of(int shards, int recordBytes, long recordsPerSecond) {
        return new ShardsScenario(
                new ShardLayout.Count(shards),
                new KeyDistribution.Uniform(KEYS),
                recordBytes,
                recordsPerSecond,
                SECONDS,
                consumers(1, 0),
                StreamMode.PROVISIONED,
                List.of(),
                SEED);
    }

    /// One key with a share of its own among many.
    static KeyDistribution hot(double share) {
        return new KeyDistribution.Hot(share, KEYS);
    }

    static List<StreamConsumer> consumers(int polling, int fanOut) {
        List<StreamConsumer> consumers = new ArrayList<>();
        for (int number = 1; number <= polling; number++) {
            consumers.add(new StreamConsumer("polling-" + number, StreamConsumer.Kind.SHARED));
        }
        for (int number = 1; number <= fanOut; number++) {
            consumers.add(new StreamConsumer("fan-out-" + number, StreamConsumer.Kind.FAN_OUT));
        }
        return consumers;
    }
}
