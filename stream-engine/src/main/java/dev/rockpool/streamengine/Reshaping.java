package dev.rockpool.streamengine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A change of a stream's shards in the making: splits and merges one after the other, all at one moment, with the
/// events they cause.
final class Reshaping {
    private final StreamName stream;
    private final Instant at;
    private final TreeMap<ShardId, Shard> shards = new TreeMap<>();
    private final TreeMap<HashKey, Shard> open = new TreeMap<>();
    private final List<StreamEvent> events = new ArrayList<>();
    private int nextIndex;

    Reshaping(StreamState state, Instant at) {
        this.stream = state.name();
        this.at = at;
        this.nextIndex = state.nextShardIndex();
        for (Shard shard : state.shards()) {
            shards.put(shard.id(), shard);
            if (shard.isOpen()) {
                open.put(shard.range().start(), shard);
            }
        }
    }

    /// Opens a stream's first shards.
    void openFirst(int count) {
        for (HashKeyRange range : HashKeyRange.uniform(count)) {
            open(range, Optional.empty(), Optional.empty(), at.getEpochSecond());
        }
    }

    /// Cuts an open shard in two; answers the lower and the upper half.
    List<Shard> split(Shard shard, HashKey newStart) {
        close(shard);
        long created = childCreation(shard);
        return List.of(
                open(
                        new HashKeyRange(shard.range().start(), newStart.previous()),
                        Optional.of(shard.id()),
                        Optional.empty(),
                        created),
                open(
                        new HashKeyRange(newStart, shard.range().end()),
                        Optional.of(shard.id()),
                        Optional.empty(),
                        created));
    }

    /// Joins two open shards, of which `lower` ends where `upper` begins.
    Shard merge(Shard lower, Shard upper) {
        close(lower);
        close(upper);
        return open(
                new HashKeyRange(lower.range().start(), upper.range().end()),
                Optional.of(lower.id()),
                Optional.of(upper.id()),
                Math.max(childCreation(lower), childCreation(upper)));
    }

    /// Splits and merges until `target` open shards have equal ranges. Each shard is first cut wherever one of the
    /// new ranges begins inside it; the pieces of each new range are then joined. Pieces that are joined lived for
    /// a moment only, and count to the account's limit while they did, as the service documents.
    void rescale(int target) {
        List<HashKeyRange> ranges = HashKeyRange.uniform(target);
        for (HashKeyRange range : ranges) {
            if (!open.containsKey(range.start())) {
                split(open.floorEntry(range.start()).getValue(), range.start());
            }
        }
        for (HashKeyRange range : ranges) {
            List<Shard> pieces = List.copyOf(
                    open.subMap(range.start(), true, range.end(), true).values());
            Shard joined = pieces.getFirst();
            for (Shard piece : pieces.subList(1, pieces.size())) {
                joined = merge(joined, piece);
            }
        }
    }

    /// `state` with these shards.
    StreamState applyTo(StreamState state) {
        return state.with(draft -> {
            draft.nextShardIndex = nextIndex;
            draft.shards = List.copyOf(shards.values());
        });
    }

    List<StreamEvent> events() {
        return events;
    }

    private void close(Shard shard) {
        Shard closed = new Shard(
                shard.id(),
                shard.parent(),
                shard.adjacentParent(),
                shard.range(),
                shard.start(),
                Optional.of(shard.start().last(at.getEpochSecond())),
                shard.openedAt(),
                Optional.of(at));
        shards.put(shard.id(), closed);
        open.remove(shard.range().start());
        events.add(new StreamEvent.ShardClosed(at, stream, closed, open.size()));
    }

    private Shard open(
            HashKeyRange range, Optional<ShardId> parent, Optional<ShardId> adjacentParent, long createdSeconds) {
        ShardId id = new ShardId(nextIndex++);
        Shard shard = new Shard(
                id,
                parent,
                adjacentParent,
                range,
                SequenceNumber.first(createdSeconds, id.index()),
                Optional.empty(),
                at,
                Optional.empty());
        shards.put(id, shard);
        open.put(range.start(), shard);
        events.add(new StreamEvent.ShardOpened(at, stream, shard, open.size()));
        return shard;
    }

    /// A child's numbers come after all of its parent's.
    private long childCreation(Shard parent) {
        return Math.max(at.getEpochSecond(), parent.start().shardCreatedSeconds()) + 1;
    }
}
