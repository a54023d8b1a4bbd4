package dev.rockpool.simulators.shards;

import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.HashKeyRange;
import dev.rockpool.streamengine.PartitionKey;
import java.util.List;

/// Finds the shard of a key the slow way.
final class KeysOnRing {
    private KeysOnRing() {}

    static int shardOf(String key, List<HashKeyRange> ranges) {
        HashKey place = HashKey.of(PartitionKey.of(key));
        for (int at = 0; at < ranges.size(); at++) {
            if (ranges.get(at).contains(place)) {
                return at;
            }
        }
        throw new AssertionError("The ranges have a gap at " + place);
    }
}
