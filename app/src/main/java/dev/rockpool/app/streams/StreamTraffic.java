package dev.rockpool.app.streams;

import dev.rockpool.streamengine.ConsumerName;
import dev.rockpool.streamengine.Shard;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the events say that the shards of one stream did, and which shards it had. Not safe for several threads.
final class StreamTraffic {
    private final Map<ShardId, ShardSeconds> seconds = new HashMap<>();
    private final Map<ShardId, Shard> known = new TreeMap<>();
    private final Map<ShardId, Age> shared = new HashMap<>();
    private final Map<ConsumerName, Map<ShardId, Age>> fanOut = new TreeMap<>();
    private final MinuteUse use = new MinuteUse();

    /// How far behind a reader was.
    ///
    /// @param at when it last read
    record Age(Instant at, long millisBehind) {
        /// How old the newest record is that it has, if it still waits for the next.
        long now(Instant now) {
            return millisBehind == 0 ? 0 : millisBehind + Math.max(0, now.toEpochMilli() - at.toEpochMilli());
        }
    }

    void happened(StreamEvent event) {
        long second = event.at().getEpochSecond();
        switch (event) {
            case StreamEvent.RecordsPut put -> {
                of(put.shard()).put(second, put.records(), put.bytes());
                use.put(second, put);
            }
            case StreamEvent.PutThrottled refused ->
                of(refused.shard()).refused(second, refused.cause(), refused.records());
            case StreamEvent.RecordsRead read -> {
                of(read.shard()).read(second, read.bytes(), read.consumer().isEmpty());
                use.read(second, read);
                Age age = new Age(read.at(), read.millisBehindLatest());
                read.consumer()
                        .ifPresentOrElse(
                                name -> fanOut.computeIfAbsent(name, _ -> new HashMap<>())
                                        .put(read.shard(), age),
                                () -> shared.put(read.shard(), age));
            }
            case StreamEvent.ReadThrottled refused -> of(refused.shard()).readRefused(second);
            case StreamEvent.ShardOpened opened -> known.put(opened.shard().id(), opened.shard());
            case StreamEvent.ShardClosed closed -> known.put(closed.shard().id(), closed.shard());
            case StreamEvent.ConsumerDeregistered gone -> fanOut.remove(gone.consumer());
            case StreamEvent.ShardExpired _,
                    StreamEvent.StreamCreated _,
                    StreamEvent.StreamActive _,
                    StreamEvent.StreamDeleted _,
                    StreamEvent.ConsumerRegistered _,
                    StreamEvent.RetentionChanged _,
                    StreamEvent.ModeChanged _ -> {}
        }
    }

    private ShardSeconds of(ShardId shard) {
        return seconds.computeIfAbsent(shard, _ -> new ShardSeconds());
    }

    /// Remembers a shard for the time after it has expired.
    void seen(Shard shard) {
        known.put(shard.id(), shard);
    }

    /// All shards ever seen, by id.
    Map<ShardId, Shard> known() {
        return known;
    }

    /// What a shard did; empty if nothing.
    Optional<ShardSeconds> find(ShardId shard) {
        return Optional.ofNullable(seconds.get(shard));
    }

    /// How far behind *GetRecords* callers are on a shard.
    Optional<Age> age(ShardId shard) {
        return Optional.ofNullable(shared.get(shard));
    }

    /// How far behind fan-out consumers are, by name.
    Map<ConsumerName, Map<ShardId, Age>> fanOutAges() {
        return fanOut;
    }

    /// What the last minute used.
    MinuteUse use() {
        return use;
    }
}
