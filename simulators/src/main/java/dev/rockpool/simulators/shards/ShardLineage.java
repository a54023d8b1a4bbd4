package dev.rockpool.simulators.shards;

import dev.rockpool.kernel.InputException;
import dev.rockpool.simulators.JsonFields;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.HashKeyRange;
import dev.rockpool.streamengine.ShardId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Which shards are open, and what splits and merges make of them. Refuses what the service refuses.
final class ShardLineage {
    /// *UpdateShardCount* calls in 24 hours.
    static final int UPDATES_A_DAY = 10;

    private final SequencedMap<ShardId, Entry> open = new LinkedHashMap<>();
    private final List<Entry> closed = new ArrayList<>();
    private int nextIndex;
    private int updates;

    ShardLineage(ShardLayout layout) {
        for (HashKeyRange range : layout.ranges()) {
            open(range, Optional.empty(), Optional.empty());
        }
    }

    /// A shard that was opened.
    record Entry(ShardId id, HashKeyRange range, Optional<ShardId> parent, Optional<ShardId> adjacentParent) {}

    /// The open shards, in the order of the ring.
    List<Entry> openShards() {
        return open.values().stream()
                .sorted(Comparator.comparing(entry -> entry.range.start()))
                .toList();
    }

    int openCount() {
        return open.size();
    }

    /// How many shards there ever were.
    int count() {
        return nextIndex;
    }

    /// Shards that are closed and were not asked for before.
    List<Entry> takeClosed() {
        List<Entry> taken = List.copyOf(closed);
        closed.clear();
        return taken;
    }

    /// Does `change`.
    ///
    /// @param path of the change in the scenario, for a sentence
    /// @throws InputException if the service would refuse it
    void apply(String path, Reshard change) {
        switch (change) {
            case Reshard.Split split -> {
                Entry shard = require(path + ".shard", split.shard());
                HashKey start = split.newStartingHashKey().orElseGet(() -> middle(path, shard));
                if (start.compareTo(shard.range.start()) <= 0 || start.compareTo(shard.range.end()) > 0) {
                    throw JsonFields.fault(path + ".newStartingHashKey is " + start + ", it must be above "
                            + shard.range.start() + " and at most " + shard.range.end());
                }
                requireRoom(path, open.size() + 1);
                split(shard, start);
            }
            case Reshard.Merge merge -> {
                Entry one = require(path + ".shard", merge.shard());
                Entry other = require(path + ".adjacentShard", merge.adjacentShard());
                if (one.range.touches(other.range)) {
                    merge(one, other);
                } else if (other.range.touches(one.range)) {
                    merge(other, one);
                } else {
                    throw JsonFields.fault(
                            path + ".adjacentShard is " + other.id + ", whose range does not touch that of " + one.id);
                }
            }
            case Reshard.UpdateShardCount update -> {
                int least = Math.ceilDiv(open.size(), 2);
                int most = Math.min(2 * open.size(), ShardLayout.MOST);
                if (update.target() < least || update.target() > most) {
                    throw JsonFields.fault(path + ".target is " + update.target() + ", it must be " + least + " to "
                            + most + ", half to double the " + open.size() + " open shards");
                }
                if (++updates > UPDATES_A_DAY) {
                    throw JsonFields.fault(path + " is the " + updates + "th update of the shard count, a stream takes "
                            + UPDATES_A_DAY + " in 24 hours");
                }
                rescale(update.target());
            }
        }
    }

    /// Cuts an open shard in its middle, where the range has one and there is room.
    boolean splitEvenly(ShardId id) {
        Optional<Entry> shard = find(id);
        if (shard.isEmpty()
                || open.size() >= ShardLayout.MOST
                || shard.get().range.start().equals(shard.get().range.end())) {
            return false;
        }
        split(shard.get(), shard.get().range.midpoint());
        return true;
    }

    /// Each shard is cut wherever one of the new ranges begins inside it; the pieces of each new range are then joined.
    private void rescale(int target) {
        List<HashKeyRange> ranges = HashKeyRange.uniform(target);
        List<Entry> pieces = new ArrayList<>();
        int next = 1;
        for (Entry shard : openShards()) {
            Entry rest = shard;
            while (next < target && rest.range.contains(ranges.get(next).start())) {
                HashKey start = ranges.get(next++).start();
                if (!rest.range.start().equals(start)) {
                    List<Entry> halves = split(rest, start);
                    pieces.add(halves.getFirst());
                    rest = halves.getLast();
                }
            }
            pieces.add(rest);
        }
        int piece = 0;
        for (HashKeyRange range : ranges) {
            Entry joined = pieces.get(piece++);
            while (!joined.range.end().equals(range.end())) {
                joined = merge(joined, pieces.get(piece++));
            }
        }
    }

    private List<Entry> split(Entry shard, HashKey start) {
        close(shard);
        return List.of(
                open(new HashKeyRange(shard.range.start(), start.previous()), Optional.of(shard.id), Optional.empty()),
                open(new HashKeyRange(start, shard.range.end()), Optional.of(shard.id), Optional.empty()));
    }

    private Entry merge(Entry lower, Entry upper) {
        close(lower);
        close(upper);
        return open(
                new HashKeyRange(lower.range.start(), upper.range.end()), Optional.of(lower.id), Optional.of(upper.id));
    }

    private void close(Entry shard) {
        open.remove(shard.id);
        closed.add(shard);
    }

    private Entry open(HashKeyRange range, Optional<ShardId> parent, Optional<ShardId> adjacentParent) {
        Entry shard = new Entry(new ShardId(nextIndex++), range, parent, adjacentParent);
        open.put(shard.id, shard);
        return shard;
    }

    private Optional<Entry> find(ShardId id) {
        return Optional.ofNullable(open.get(id));
    }

    private Entry require(String path, ShardId id) {
        return find(id).orElseThrow(() -> JsonFields.fault(path + " is " + id + ", which is not open then"));
    }

    private static HashKey middle(String path, Entry shard) {
        if (shard.range.start().equals(shard.range.end())) {
            throw JsonFields.fault(path + ".shard is " + shard.id + ", whose range is a single place");
        }
        return shard.range.midpoint();
    }

    private static void requireRoom(String path, int shards) {
        if (shards > ShardLayout.MOST) {
            throw JsonFields.fault(path + " makes " + shards + " shards, the lab has at most " + ShardLayout.MOST);
        }
    }
}
