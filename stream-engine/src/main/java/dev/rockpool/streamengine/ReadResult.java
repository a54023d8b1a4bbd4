package dev.rockpool.streamengine;

import java.util.List;
import java.util.Optional;

/// What one *GetRecords* answers.
///
/// @param records in the order of their numbers; empty is normal
/// @param next where to read on; empty at the end of a closed shard
/// @param millisBehindLatest how old the newest record returned is while newer ones wait, 0 when caught up
/// @param children where to read on after the end of a closed shard; empty otherwise
public record ReadResult(
        List<StreamRecord> records, Optional<ShardIterator> next, long millisBehindLatest, List<ChildShard> children) {
    public ReadResult {
        records = List.copyOf(records);
        children = List.copyOf(children);
    }

    /// The size of all records as limits and bills count it.
    public long bytes() {
        return records.stream().mapToLong(StreamRecord::bytes).sum();
    }
}
