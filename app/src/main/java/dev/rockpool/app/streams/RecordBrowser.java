package dev.rockpool.app.streams;

import dev.rockpool.streamengine.DataKeys;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.PartitionKey;
import dev.rockpool.streamengine.ReadResult;
import dev.rockpool.streamengine.Shard;
import dev.rockpool.streamengine.ShardFilter;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.ShardIterator;
import dev.rockpool.streamengine.StartingPosition;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.StreamRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Reads some records of a stream as any shared consumer would, within the same limits. A key is looked for only in the
/// shards that own its place.
final class RecordBrowser {
    /// The most records that are shown.
    static final int MOST = 200;

    private static final int MOST_SHARDS = 100;
    private static final int CALLS_PER_SHARD = 3;

    private RecordBrowser() {}

    static List<BrowsedRecord> read(StreamEngine engine, DataKeys keys, StreamName stream, BrowseQuery query) {
        StartingPosition position = query.from().age().isZero()
                ? new StartingPosition.TrimHorizon()
                : new StartingPosition.AtTimestamp(later(
                        engine.now().minus(query.from().age()),
                        engine.describeStream(stream).createdAt()));
        Optional<PartitionKey> key =
                query.key().isEmpty() ? Optional.empty() : Optional.of(PartitionKey.of(query.key()));
        List<Shard> shards =
                engine
                        .listShards(stream, new ShardFilter.FromTrimHorizon(), Optional.empty(), MOST_SHARDS)
                        .shards()
                        .stream()
                        .filter(shard -> key.map(HashKey::of)
                                        .filter(shard.range()::contains)
                                        .isPresent()
                                || key.isEmpty())
                        .toList();
        List<BrowsedRecord> found = new ArrayList<>();
        for (Shard shard : shards) {
            read(engine, keys, stream, shard.id(), position, key, found);
        }
        found.sort(Comparator.comparing((BrowsedRecord each) -> each.record().arrivedAt())
                .thenComparing(each -> each.record().sequenceNumber()));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void read(
            StreamEngine engine,
            DataKeys keys,
            StreamName stream,
            ShardId shard,
            StartingPosition position,
            Optional<PartitionKey> key,
            List<BrowsedRecord> found) {
        Optional<ShardIterator> next = Optional.of(engine.shardIterator(stream, shard, position));
        int mine = 0;
        for (int call = 0; call < CALLS_PER_SHARD && next.isPresent() && mine < MOST; call++) {
            ReadResult read = engine.getRecords(next.get(), key.isEmpty() ? MOST : StreamEngine.RECORDS_PER_READ, keys);
            for (StreamRecord record : read.records()) {
                if (mine < MOST && (key.isEmpty() || key.get().equals(record.partitionKey()))) {
                    found.add(new BrowsedRecord(shard, record));
                    mine++;
                }
            }
            next = read.millisBehindLatest() == 0 ? Optional.empty() : read.next();
        }
    }
}
