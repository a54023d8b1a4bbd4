package dev.rockpool.app.streams;

import dev.rockpool.streamengine.ConsumerDescription;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.Shard;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamDescription;
import dev.rockpool.streamengine.StreamProperties;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A stream at one moment, ready to be painted.
///
/// @param now on the platform's clock
/// @param from when the first of its shards began
/// @param tiles its shards, open, closed and expired, by the order of the ring and then by id
/// @param total of its open shards
/// @param minute what the last minute used
/// @param consumers the registered ones
/// @param fanOutAges how far behind each fan-out consumer is that has read, in milliseconds
record StreamPicture(
        Instant now,
        Instant from,
        StreamDescription stream,
        StreamProperties properties,
        List<Tile> tiles,
        Rates total,
        MinuteUse.Sum minute,
        List<ConsumerDescription> consumers,
        Map<String, Long> fanOutAges) {
    private static final double RING = Math.scalb(1.0, 128);

    StreamPicture {
        tiles = List.copyOf(tiles);
        consumers = List.copyOf(consumers);
        fanOutAges = Map.copyOf(fanOutAges);
    }

    /// @param shards that are kept
    static StreamPicture of(
            Instant now,
            StreamDescription stream,
            StreamProperties properties,
            List<Shard> shards,
            List<ConsumerDescription> consumers,
            StreamTraffic traffic) {
        shards.forEach(traffic::seen);
        Map<ShardId, Shard> kept = new HashMap<>();
        shards.forEach(shard -> kept.put(shard.id(), shard));
        List<Tile> tiles = new ArrayList<>();
        Rates total = Rates.NONE;
        Instant from = stream.createdAt();
        for (Shard shard : traffic.known().values()) {
            Optional<Shard> still = Optional.ofNullable(kept.get(shard.id()));
            Tile.Fate fate =
                    still.isEmpty() ? Tile.Fate.EXPIRED : still.get().isOpen() ? Tile.Fate.OPEN : Tile.Fate.CLOSED;
            Optional<ShardSeconds> seconds = traffic.find(shard.id());
            Rates rates = seconds.map(each -> rates(each, now)).orElse(Rates.NONE);
            long behind = traffic.age(shard.id()).map(age -> age.now(now)).orElse(0L);
            Tile tile = new Tile(
                    still.orElse(shard),
                    fate,
                    rates,
                    behind,
                    seconds.map(each -> history(each, now)).orElse(List.of()));
            tiles.add(tile);
            total = tile.isOpen() ? total.plus(rates) : total;
        }
        tiles.sort(
                Comparator.<Tile, HashKey>comparing(tile -> tile.shard().range().start())
                        .thenComparing(tile -> tile.shard().id()));
        Map<String, Long> ages = new TreeMap<>();
        traffic.fanOutAges()
                .forEach((name, each) -> ages.put(
                        name.value(),
                        each.values().stream()
                                .mapToLong(age -> age.now(now))
                                .max()
                                .orElse(0)));
        return new StreamPicture(
                now, from, stream, properties, tiles, total, traffic.use().upTo(now.getEpochSecond()), consumers, ages);
    }

    private static Rates rates(ShardSeconds seconds, Instant now) {
        long second = now.getEpochSecond();
        return seconds.of(second).or(seconds.of(second - 1));
    }

    private static List<Tile.Moment> history(ShardSeconds seconds, Instant now) {
        List<Tile.Moment> moments = new ArrayList<>();
        long second = now.getEpochSecond();
        for (long at = second - ShardSeconds.LENGTH + 1; at <= second; at++) {
            Rates rates = seconds.of(at);
            long offered = rates.records() + rates.refused();
            if (offered > 0) {
                moments.add(new Tile.Moment(
                        at, (float) Math.min(1, rates.fill()), (float) rates.refused() / (float) offered));
            }
        }
        return moments;
    }

    /// The shards that take records, in the order of the ring.
    List<Tile> open() {
        return tiles.stream().filter(Tile::isOpen).toList();
    }

    /// A shard's tile.
    Optional<Tile> find(ShardId id) {
        return tiles.stream().filter(tile -> tile.shard().id().equals(id)).findFirst();
    }

    /// Those that refused records in the second that runs or the one before, the worst first.
    List<Tile> throttling() {
        return open().stream()
                .filter(tile -> tile.rates().refused() > 0)
                .sorted(Comparator.comparingLong((Tile tile) -> tile.rates().refused())
                        .reversed())
                .toList();
    }

    /// Where a place of the ring lies in the map, 0 to 1.
    static double place(HashKey key) {
        return key.toBigInteger().doubleValue() / RING;
    }
}
