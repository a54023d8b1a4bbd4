package dev.rockpool.simulators.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rockpool.kernel.Seed;
import dev.rockpool.streamengine.PutEntry;
import dev.rockpool.streamengine.PutResult;
import dev.rockpool.streamengine.Shard;
import dev.rockpool.streamengine.ShardFilter;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamEngineOptions;
import dev.rockpool.streamengine.StreamListener;
import dev.rockpool.streamengine.StreamMode;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.Sync;
import dev.rockpool.trials.Trials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The lab and the engine, given the same records and the same changes, come to the same.
final class SameAsEngineTest {
    private static final StreamName STREAM = new StreamName("same");
    private static final int MOST_BYTES_PER_PUT = 5 << 20;

    private final ShardsLab lab = new ShardsLab();

    @TempDir
    Path folder;

    private Instant now = Instant.EPOCH;

    @Test
    void shardsTakeTheSameRecords() {
        assertSame(scenario(3, new KeyDistribution.Zipf(50, 1), 700, 4_000));
        assertSame(scenario(2, new KeyDistribution.Hot(0.5, 9), 30_000, 120));
        assertSame(scenario(1, new KeyDistribution.Uniform(3), 400_000, 5));
    }

    @Test
    void reshardsGiveTheSameShards() {
        Trials.run(15, random -> {
            int shards = random.nextInt(1, 9);
            List<Reshard> changes = new ArrayList<>();
            ShardLineage lineage = new ShardLineage(new ShardLayout.Count(shards));
            for (int at = 0; at < 6; at++) {
                Reshard change = change(random, lineage, at);
                lineage.apply("reshard", change);
                changes.add(change);
            }
            ShardsScenario scenario = scenario(shards, new KeyDistribution.Uniform(10), 100, 10)
                    .withReshard(changes)
                    .withSeconds(7);
            ShardsResult result = lab.run(scenario);

            try (StreamEngine engine = engine("lineage-" + random.nextLong())) {
                engine.createStream(STREAM, shards);
                for (Reshard change : changes) {
                    now = now.plusSeconds(1);
                    switch (change) {
                        case Reshard.Split split ->
                            engine.splitShard(
                                    STREAM,
                                    split.shard(),
                                    split.newStartingHashKey().orElseThrow());
                        case Reshard.Merge merge -> engine.mergeShards(STREAM, merge.shard(), merge.adjacentShard());
                        case Reshard.UpdateShardCount update -> engine.updateShardCount(STREAM, update.target());
                    }
                }
                List<Shard> shardsOfEngine = engine.listShards(
                                STREAM, new ShardFilter.FromTrimHorizon(), Optional.empty(), 10_000)
                        .shards();
                assertThat(result.perShard())
                        .extracting(
                                ShardsSnapshot.ShardLife::id,
                                ShardsSnapshot.ShardLife::range,
                                ShardsSnapshot.ShardLife::parent,
                                ShardsSnapshot.ShardLife::adjacentParent,
                                life -> life.closedAt().isEmpty())
                        .containsExactlyElementsOf(shardsOfEngine.stream()
                                .map(shard -> tuple(
                                        shard.id(),
                                        shard.range(),
                                        shard.parent(),
                                        shard.adjacentParent(),
                                        shard.isOpen()))
                                .toList());
            }
        });
    }

    private Reshard change(RandomGenerator random, ShardLineage lineage, int at) {
        List<ShardLineage.Entry> open = lineage.openShards();
        int index = random.nextInt(open.size());
        return switch (random.nextInt(3)) {
            case 0 ->
                new Reshard.Split(
                        at,
                        open.get(index).id(),
                        Optional.of(open.get(index).range().midpoint()));
            case 1 ->
                index + 1 < open.size()
                        ? new Reshard.Merge(
                                at, open.get(index).id(), open.get(index + 1).id())
                        : new Reshard.UpdateShardCount(at, open.size() + 1);
            default ->
                new Reshard.UpdateShardCount(at, random.nextInt(Math.ceilDiv(open.size(), 2), 2 * open.size() + 1));
        };
    }

    private void assertSame(ShardsScenario scenario) {
        ShardsResult result = lab.run(scenario);
        KeySpace keys = KeySpace.of(scenario.keys());
        KeyChooser chooser = KeyChooser.of(keys);
        RandomGenerator random = new Seed(scenario.seed()).derive("shards/keys");
        Map<ShardId, Long> accepted = new HashMap<>();
        try (StreamEngine engine = engine("records-" + scenario.recordBytes())) {
            engine.createStream(STREAM, scenario.shards().ranges().size());
            for (int second = 0; second < scenario.seconds(); second++) {
                now = now.plusSeconds(1);
                List<PutEntry> entries = new ArrayList<>();
                for (int at = 0; at < scenario.recordsPerSecond(); at++) {
                    String key = keys.name(chooser.key(random.nextLong()));
                    int bytes = scenario.recordBytes() - key.getBytes(StandardCharsets.UTF_8).length;
                    entries.add(PutEntry.of(key, new byte[bytes]));
                }
                put(engine, entries, accepted);
            }
        }
        for (ShardsSnapshot.ShardLife shard : result.perShard()) {
            assertThat(shard.total().accepted())
                    .as("%s of %s", shard.id(), scenario)
                    .isEqualTo(accepted.getOrDefault(shard.id(), 0L));
        }
    }

    private static void put(StreamEngine engine, List<PutEntry> entries, Map<ShardId, Long> accepted) {
        int size = Math.min(
                500, Math.max(1, MOST_BYTES_PER_PUT / entries.getFirst().bytes()));
        for (int from = 0; from < entries.size(); from += size) {
            List<PutEntry> batch = entries.subList(from, Math.min(entries.size(), from + size));
            for (PutResult result : engine.putRecords(STREAM, batch)) {
                if (result instanceof PutResult.Accepted taken) {
                    accepted.merge(taken.shard(), 1L, Long::sum);
                }
            }
        }
    }

    private StreamEngine engine(String name) {
        return StreamEngine.open(
                folder.resolve(name),
                () -> now,
                StreamEngineOptions.standard().with(Sync.OFF).with(Duration.ZERO),
                StreamListener.NONE);
    }

    private ShardsScenario scenario(int shards, KeyDistribution keys, int recordBytes, int recordsPerSecond) {
        return new ShardsScenario(
                new ShardLayout.Count(shards),
                keys,
                recordBytes,
                recordsPerSecond,
                5,
                List.of(),
                StreamMode.PROVISIONED,
                List.of(),
                3);
    }
}
