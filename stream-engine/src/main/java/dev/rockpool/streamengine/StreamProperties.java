package dev.rockpool.streamengine;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is set on a stream besides its shards, its mode and its retention.
///
/// @param stream what hangs on the stream
/// @param consumers what hangs on its consumers; those without anything are absent
/// @param key the key that encrypts its records; not encrypted if empty
/// @param dataKeys what seals records that are still kept, by number
/// @param metrics what enhanced monitoring measures
/// @param warmMiBps the throughput that an on-demand stream is kept warm for, in MiB a second; 0 if none is asked for
public record StreamProperties(
        ResourceProperties stream,
        Map<ConsumerName, ResourceProperties> consumers,
        Optional<StreamKey> key,
        List<DataKeys.WrappedKey> dataKeys,
        Set<ShardMetric> metrics,
        int warmMiBps) {
    /// Nothing is set.
    public static final StreamProperties NONE =
            new StreamProperties(ResourceProperties.NONE, Map.of(), Optional.empty(), List.of(), Set.of(), 0);

    public StreamProperties {
        consumers = Map.copyOf(consumers);
        dataKeys = List.copyOf(dataKeys);
        EnumSet<ShardMetric> ordered = EnumSet.noneOf(ShardMetric.class);
        ordered.addAll(metrics);
        metrics = Collections.unmodifiableSet(ordered);
        if (warmMiBps < 0) {
            throw new IllegalArgumentException("Warm throughput " + warmMiBps + " MiB/s is below 0");
        }
    }

    /// What hangs on a consumer.
    public ResourceProperties of(ConsumerName consumer) {
        return consumers.getOrDefault(consumer, ResourceProperties.NONE);
    }

    /// The same with something else on the stream.
    public StreamProperties with(ResourceProperties other) {
        return new StreamProperties(other, consumers, key, dataKeys, metrics, warmMiBps);
    }

    /// The same with something else on a consumer.
    public StreamProperties with(ConsumerName consumer, ResourceProperties other) {
        Map<ConsumerName, ResourceProperties> changed = new HashMap<>(consumers);
        if (other.equals(ResourceProperties.NONE)) {
            changed.remove(consumer);
        } else {
            changed.put(consumer, other);
        }
        return new StreamProperties(stream, changed, key, dataKeys, metrics, warmMiBps);
    }

    /// The same with another key, or none.
    public StreamProperties withKey(Optional<StreamKey> other) {
        return new StreamProperties(stream, consumers, other, dataKeys, metrics, warmMiBps);
    }

    /// The same with other data keys.
    StreamProperties withDataKeys(List<DataKeys.WrappedKey> other) {
        return new StreamProperties(stream, consumers, key, other, metrics, warmMiBps);
    }

    /// The data key of that number.
    Optional<DataKeys.WrappedKey> dataKey(int number) {
        return dataKeys.stream().filter(each -> each.number() == number).findFirst();
    }

    /// The same with other metrics.
    public StreamProperties withMetrics(Set<ShardMetric> other) {
        return new StreamProperties(stream, consumers, key, dataKeys, other, warmMiBps);
    }

    /// The same with another warm throughput.
    public StreamProperties withWarmMiBps(int other) {
        return new StreamProperties(stream, consumers, key, dataKeys, metrics, other);
    }
}
