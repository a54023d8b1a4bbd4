package dev.rockpool.streamengine;

import java.time.Instant;
import java.util.Optional;

/// One shard of a stream: the range it owns, where it came from, and its numbers.
///
/// @param id its name
/// @param parent the shard that was split or merged into it; empty for a stream's first shards
/// @param adjacentParent the other shard of a merge
/// @param range the part of the ring it owns
/// @param start the number before its first record
/// @param end the number after its last record; empty while it is open
/// @param openedAt when it began
/// @param closedAt when it was split or merged; empty while it is open
public record Shard(
        ShardId id,
        Optional<ShardId> parent,
        Optional<ShardId> adjacentParent,
        HashKeyRange range,
        SequenceNumber start,
        Optional<SequenceNumber> end,
        Instant openedAt,
        Optional<Instant> closedAt) {
    public Shard {
        if (end.isPresent() != closedAt.isPresent()) {
            throw new IllegalArgumentException("Shard " + id + " has an end without a time of closing, or the reverse");
        }
    }

    /// Whether it takes records.
    public ShardState state() {
        return closedAt.isPresent() ? ShardState.CLOSED : ShardState.OPEN;
    }

    /// Whether it takes records.
    public boolean isOpen() {
        return closedAt.isEmpty();
    }

    /// Whether it was open at `instant`.
    public boolean wasOpenAt(Instant instant) {
        return !openedAt.isAfter(instant) && closedAt.map(instant::isBefore).orElse(true);
    }
}
