package dev.rockpool.simulators.shards;

import dev.rockpool.streamengine.StreamMode;
import java.util.List;

/// Everything a run of the shards lab depends on.
///
/// Bounds and cross-checks are those of [ShardsCodec#check], which every scenario passes before it runs.
///
/// @param shards what the stream starts with
/// @param keys how producers choose keys
/// @param recordBytes of every record, data and key; 1 to 10 MiB
/// @param recordsPerSecond that producers send, evenly over each second; 0 to 10,000,000
/// @param seconds of the run, 1 to 86,400
/// @param consumers at most 50
/// @param mode whether the service adds shards by itself
/// @param reshard what is done to the shards, in order of time
/// @param seed of all randomness
public record ShardsScenario(
        ShardLayout shards,
        KeyDistribution keys,
        int recordBytes,
        long recordsPerSecond,
        int seconds,
        List<StreamConsumer> consumers,
        StreamMode mode,
        List<Reshard> reshard,
        long seed) {
    /// The largest record: 10 MiB, which a stream takes when its record limit is raised.
    public static final int LARGEST_RECORD = 10 << 20;

    /// The most records a second.
    public static final long MOST_RECORDS_PER_SECOND = 10_000_000;

    /// The longest run, a day.
    public static final int MOST_SECONDS = 86_400;

    /// The most records of a run.
    public static final long MOST_RECORDS = 10_000_000_000L;

    /// The most consumers.
    public static final int MOST_CONSUMERS = 50;

    /// The most changes of the shards.
    public static final int MOST_RESHARDS = 1_000;

    public ShardsScenario {
        consumers = List.copyOf(consumers);
        reshard = List.copyOf(reshard);
    }

    public ShardsScenario withShards(int count) {
        return new ShardsScenario(
                new ShardLayout.Count(count),
                keys,
                recordBytes,
                recordsPerSecond,
                seconds,
                consumers,
                mode,
                reshard,
                seed);
    }

    public ShardsScenario withKeys(KeyDistribution changed) {
        return new ShardsScenario(
                shards, changed, recordBytes, recordsPerSecond, seconds, consumers, mode, reshard, seed);
    }

    public ShardsScenario withRecordBytes(int changed) {
        return new ShardsScenario(shards, keys, changed, recordsPerSecond, seconds, consumers, mode, reshard, seed);
    }

    public ShardsScenario withRecordsPerSecond(long changed) {
        return new ShardsScenario(shards, keys, recordBytes, changed, seconds, consumers, mode, reshard, seed);
    }

    public ShardsScenario withSeconds(int changed) {
        return new ShardsScenario(shards, keys, recordBytes, recordsPerSecond, changed, consumers, mode, reshard, seed);
    }

    public ShardsScenario withConsumers(List<StreamConsumer> changed) {
        return new ShardsScenario(shards, keys, recordBytes, recordsPerSecond, seconds, changed, mode, reshard, seed);
    }

    public ShardsScenario withMode(StreamMode changed) {
        return new ShardsScenario(
                shards, keys, recordBytes, recordsPerSecond, seconds, consumers, changed, reshard, seed);
    }

    public ShardsScenario withReshard(List<Reshard> changed) {
        return new ShardsScenario(shards, keys, recordBytes, recordsPerSecond, seconds, consumers, mode, changed, seed);
    }

    public ShardsScenario withSeed(long changed) {
        return new ShardsScenario(
                shards, keys, recordBytes, recordsPerSecond, seconds, consumers, mode, reshard, changed);
    }
}
