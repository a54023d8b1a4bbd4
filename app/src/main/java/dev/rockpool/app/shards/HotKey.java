package dev.rockpool.app.shards;

import dev.rockpool.simulators.shards.ShardsSnapshot;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.PartitionKey;
import java.util.Comparator;
import java.util.Optional;

/// The key with the most records, if it stands out.
///
/// @param name the key
/// @param share of all records
/// @param place on the ring, 0 to 1
record HotKey(String name, double share, double place) {
    /// Below this share of one shard's worth a key is like the others.
    private static final double STANDS_OUT = 0.05;

    private static final double RING = Math.scalb(1.0, 128);

    static Optional<HotKey> of(ShardsSnapshot snapshot) {
        return snapshot.shards().stream()
                .filter(shard -> shard.hottestShare() >= STANDS_OUT)
                .max(Comparator.comparingDouble(ShardsSnapshot.OpenShard::hottestShare))
                .flatMap(shard -> shard.hottestKey()
                        .map(key -> new HotKey(key, shard.hottestShare(), place(HashKey.of(PartitionKey.of(key))))));
    }

    /// Where a place of the ring lies in the band, 0 to 1.
    static double place(HashKey key) {
        return key.toBigInteger().doubleValue() / RING;
    }
}
