package dev.rockpool.simulators.shards;

import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.KeyHasher;
import dev.rockpool.streamengine.PartitionKey;
import java.util.Arrays;

/// The generated keys `account-1`, `account-2` … and their places on the ring.
///
/// Places are hashed once and remembered, so that moving a slider does not hash again; what is remembered follows from
/// the names alone. At most 16 MB.
final class AccountKeys {
    private static final int FIRST = 1 << 10;
    private static volatile Places known = new Places(new long[0], new long[0]);

    private AccountKeys() {}

    /// Places of the first keys: unsigned halves, the key of index 0 is `account-1`.
    @SuppressWarnings("ArrayRecordComponent") // shared, never changed
    record Places(long[] high, long[] low) {}

    static String name(int index) {
        return "account-" + (index + 1);
    }

    /// The places of at least the first `count` keys.
    static Places first(int count) {
        Places places = known;
        return places.high.length >= count ? places : extended(count);
    }

    private static synchronized Places extended(int count) {
        int from = known.high.length;
        if (from < count) {
            int size = Math.clamp(Math.max(FIRST, 2L * from), count, KeyDistribution.MOST_KEYS);
            long[] high = Arrays.copyOf(known.high, size);
            long[] low = Arrays.copyOf(known.low, size);
            KeyHasher hasher = new KeyHasher();
            for (int index = from; index < size; index++) {
                HashKey place = hasher.hash(PartitionKey.of(name(index)));
                high[index] = place.high();
                low[index] = place.low();
            }
            known = new Places(high, low);
        }
        return known;
    }
}
