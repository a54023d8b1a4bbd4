package dev.rockpool.streamengine;

import java.util.List;

/// A stream's open shards by the range they own.
final class HashRing {
    private final HashKey[] starts;
    private final LiveShard[] shards;

    /// @param byRange open shards that cover the ring, by range
    HashRing(List<LiveShard> byRange) {
        shards = byRange.toArray(LiveShard[]::new);
        starts = new HashKey[shards.length];
        for (int at = 0; at < shards.length; at++) {
            starts[at] = shards[at].shard.range().start();
        }
    }

    /// The shard that owns `key`.
    LiveShard owner(HashKey key) {
        int low = 0;
        int high = starts.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (starts[middle].compareTo(key) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return shards[low];
    }
}
