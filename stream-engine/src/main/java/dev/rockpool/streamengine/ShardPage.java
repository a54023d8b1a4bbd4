package dev.rockpool.streamengine;

import java.util.List;

/// Some shards of a stream, by id.
///
/// @param shards the shards
/// @param more whether further ones follow the last
public record ShardPage(List<Shard> shards, boolean more) {
    public ShardPage {
        shards = List.copyOf(shards);
    }
}
