package dev.rockpool.app.streams;

import dev.rockpool.identity.Account;
import dev.rockpool.identity.Caller;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Seed;
import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.platform.Platform;
import dev.rockpool.simulators.shards.StreamConsumer;
import dev.rockpool.streamengine.ConsumerName;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.NewStream;
import dev.rockpool.streamengine.PutEntry;
import dev.rockpool.streamengine.PutResult;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamMode;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.StreamRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What the screen does to the streams of a platform, as the root user of its first account. Background only.
///
/// A refusal of the engine becomes an [InputException] with the engine's own sentence.
public final class StreamDesk {
    /// Where streams are.
    static final String REGION = "us-east-1";

    private static final String REFUSED = "stream-refused";

    private final Platform platform;
    private final StreamEngine engine;
    private final StreamKeys keys;
    private final StreamWatch watch;
    private final StreamStation station;

    /// @param seed of what generators draw
    StreamDesk(Platform platform, Seed seed) {
        this.platform = platform;
        engine = platform.streams();
        Account account = platform.accounts().first();
        keys = new StreamKeys(engine, platform.keys(), account.id(), Caller.root(account));
        watch = new StreamWatch(platform);
        station = new StreamStation(engine, keys, seed);
    }

    Platform platform() {
        return platform;
    }

    StreamWatch watch() {
        return watch;
    }

    StreamStation station() {
        return station;
    }

    void create(String name, StreamMode mode, int shards) {
        told(() -> {
            StreamName wanted = new StreamName(name);
            engine.createStream(
                    switch (mode) {
                        case PROVISIONED -> NewStream.provisioned(wanted, shards);
                        case ON_DEMAND -> NewStream.onDemand(wanted);
                    });
            return name;
        });
    }

    void delete(StreamName stream) {
        told(() -> {
            station.forget(stream);
            engine.deleteStream(stream, true);
            return stream;
        });
    }

    PutResult.Accepted put(StreamName stream, String key, byte[] data) {
        return told(() -> {
            keys.require(stream);
            return engine.putRecord(stream, PutEntry.of(key, data), keys);
        });
    }

    /// Cuts a shard in two, in the middle or at a place.
    void split(StreamName stream, ShardId shard, Optional<HashKey> at) {
        told(() -> {
            HashKey start = at.orElseGet(() -> engine.openShards(stream).stream()
                    .filter(each -> each.id().equals(shard))
                    .findFirst()
                    .map(each -> each.range().midpoint())
                    .orElse(HashKey.MIN));
            engine.splitShard(stream, shard, start);
            return shard;
        });
    }

    void merge(StreamName stream, ShardId lower, ShardId upper) {
        told(() -> {
            engine.mergeShards(stream, lower, upper);
            return lower;
        });
    }

    void scale(StreamName stream, int shards) {
        told(() -> engine.updateShardCount(stream, shards));
    }

    void setRetention(StreamName stream, int hours) {
        told(() -> {
            int now = engine.describeStream(stream).retentionHours();
            if (hours >= now) {
                engine.increaseRetention(stream, hours);
            } else {
                engine.decreaseRetention(stream, hours);
            }
            return hours;
        });
    }

    void setMode(StreamName stream, StreamMode mode) {
        told(() -> {
            engine.updateStreamMode(stream, mode);
            return mode;
        });
    }

    void putTags(StreamName stream, Map<String, String> tags) {
        told(() -> {
            engine.changeProperties(
                    stream, properties -> properties.with(properties.stream().withTags(tags)));
            return tags;
        });
    }

    /// Adds a consumer that reads from now on; a fan-out one is registered first.
    void addConsumer(StreamName stream, String name, StreamConsumer.Kind kind, int pace) {
        told(() -> {
            if (kind == StreamConsumer.Kind.FAN_OUT) {
                var _ = engine.registerConsumer(stream, new ConsumerName(name));
            }
            station.add(stream, new Reader(engine, keys, stream, name, kind, pace));
            return name;
        });
    }

    void removeConsumer(StreamName stream, Reader reader) {
        told(() -> {
            station.remove(stream, reader);
            if (reader.kind() == StreamConsumer.Kind.FAN_OUT) {
                engine.deregisterConsumer(stream, new ConsumerName(reader.name()));
            }
            return reader;
        });
    }

    /// Encrypts records from now on with a key, or no more.
    ///
    /// @param keyId id, ARN or alias; empty for none
    void setKey(StreamName stream, Optional<String> keyId) {
        told(() -> {
            engine.switchKey(stream, keyId.map(id -> keys.streamKey(stream, id)));
            return stream;
        });
    }

    /// Reads records; counts as *GetRecords*.
    List<BrowsedRecord> browse(StreamName stream, BrowseQuery query) {
        return told(() -> {
            keys.require(stream);
            return RecordBrowser.read(engine, keys, stream, query);
        });
    }

    private static <T> T told(Supplier<T> act) {
        try {
            return act.get();
        } catch (StreamRefusal refusal) {
            throw new InputException(
                    REFUSED,
                    "The stream refused: " + refusal.sentence() + " ("
                            + refusal.code().wireName() + ")",
                    refusal);
        } catch (KeyRefusal refusal) {
            throw new InputException(REFUSED, "The key service refused: " + refusal.sentence(), refusal);
        } catch (IllegalArgumentException invalid) {
            throw new InputException(REFUSED, invalid.getMessage() + ".", invalid);
        }
    }
}
