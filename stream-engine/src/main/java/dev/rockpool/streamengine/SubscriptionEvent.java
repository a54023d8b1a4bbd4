package dev.rockpool.streamengine;

import java.util.List;

/// One delivery to an enhanced fan-out consumer.
///
/// @param records in the order of their numbers; empty when only the position moved
/// @param continuation the number to subscribe *after* next time
/// @param millisBehindLatest how old the newest record delivered is while newer ones wait, 0 when caught up
/// @param children where to read on after the end of a closed shard; empty otherwise
public record SubscriptionEvent(
        List<StreamRecord> records, SequenceNumber continuation, long millisBehindLatest, List<ChildShard> children) {
    public SubscriptionEvent {
        records = List.copyOf(records);
        children = List.copyOf(children);
    }
}
