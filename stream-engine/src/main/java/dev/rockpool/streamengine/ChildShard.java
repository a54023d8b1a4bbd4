package dev.rockpool.streamengine;

import java.util.List;

/// Where reading goes on after the end of a closed shard.
///
/// @param id the child
/// @param parents the shards it came from: one after a split, two after a merge
/// @param range the part of the ring it owns
public record ChildShard(ShardId id, List<ShardId> parents, HashKeyRange range) {
    public ChildShard {
        parents = List.copyOf(parents);
    }
}
