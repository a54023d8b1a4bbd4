package dev.rockpool.simulators.shards;

import dev.rockpool.streamengine.HashKeyRange;
import java.util.List;

/// The shards that a stream starts with.
public sealed interface ShardLayout {
    /// The most shards of a lab's stream.
    int MOST = 10_000;

    /// Their ranges, in the order of the ring.
    List<HashKeyRange> ranges();

    /// So many shards of equal ranges.
    ///
    /// @param count 1 to [#MOST]
    record Count(int count) implements ShardLayout {
        @Override
        public List<HashKeyRange> ranges() {
            return HashKeyRange.uniform(count);
        }
    }

    /// Shards of these ranges.
    ///
    /// @param ranges in order, without a gap, from the beginning of the ring to its end
    record Ranges(List<HashKeyRange> ranges) implements ShardLayout {
        public Ranges {
            ranges = List.copyOf(ranges);
        }
    }
}
