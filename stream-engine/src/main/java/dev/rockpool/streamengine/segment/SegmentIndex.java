package dev.rockpool.streamengine.segment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Where each shard's records stand in one segment: for every record its position and its ordinal, in eight bytes.
///
/// Not safe for several threads; who shares it locks it.
final class SegmentIndex {
    private static final int ENTRY_BYTES = 8;
    private static final int SHARD_BYTES = 96;

    private final long baseOrdinal;
    private final Map<Integer, Entries> byShard = new HashMap<>();
    private long bytes;

    SegmentIndex(long baseOrdinal) {
        this.baseOrdinal = baseOrdinal;
    }

    /// Notes the record `ordinal` of `shard` at `position`; ordinals rise.
    void add(int shard, long ordinal, int position) {
        Entries entries = byShard.get(shard);
        if (entries == null) {
            entries = new Entries();
            byShard.put(shard, entries);
            bytes += SHARD_BYTES + (long) entries.positions.length * ENTRY_BYTES;
        }
        bytes += entries.add((int) (ordinal - baseOrdinal), position);
    }

    /// The records of `shard` from `ordinal` on, at most `most` of them.
    Slice from(int shard, long ordinal, int most) {
        Entries entries = byShard.get(shard);
        if (entries == null) {
            return Slice.EMPTY;
        }
        int begin = entries.firstAtOrAfter(ordinal - baseOrdinal);
        int end = (int) Math.min(entries.count, (long) begin + most);
        return new Slice(
                baseOrdinal,
                Arrays.copyOfRange(entries.positions, begin, end),
                Arrays.copyOfRange(entries.ordinals, begin, end),
                end < entries.count);
    }

    /// About how much memory it takes.
    long bytes() {
        return bytes;
    }

    /// A run of a shard's records.
    ///
    /// @param more whether the segment has further ones of the shard
    @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
    record Slice(long baseOrdinal, int[] positions, int[] ordinals, boolean more) {
        static final Slice EMPTY = new Slice(0, new int[0], new int[0], false);

        int count() {
            return positions.length;
        }

        long ordinal(int at) {
            return baseOrdinal + ordinals[at];
        }
    }

    private static final class Entries {
        private int[] positions = new int[8];
        private int[] ordinals = new int[8];
        private int count;

        long add(int ordinal, int position) {
            long grown = 0;
            if (count == positions.length) {
                grown = (long) positions.length * ENTRY_BYTES;
                positions = Arrays.copyOf(positions, count * 2);
                ordinals = Arrays.copyOf(ordinals, count * 2);
            }
            positions[count] = position;
            ordinals[count++] = ordinal;
            return grown;
        }

        int firstAtOrAfter(long ordinal) {
            if (ordinal > Integer.MAX_VALUE) {
                return count;
            }
            int at = Arrays.binarySearch(ordinals, 0, count, (int) Math.max(ordinal, -1));
            return at >= 0 ? at : -at - 1;
        }
    }
}
