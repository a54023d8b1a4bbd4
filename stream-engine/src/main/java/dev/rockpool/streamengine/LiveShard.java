package dev.rockpool.streamengine;

/// A shard at work: its budgets and its traffic.
final class LiveShard {
    final ShardId id;

    /// The shard as it is now; changes under the stream's log lock.
    volatile Shard shard;

    /// Under the stream's log lock.
    final ShardWriteBudget write = new ShardWriteBudget();

    /// Under its own monitor.
    final ShardReadBudget read = ShardReadBudget.shared();

    /// Under the stream's log lock.
    final ShardTraffic traffic = new ShardTraffic();

    /// Once the shard is closed: it has no record from this ordinal on.
    volatile long endOrdinal = Long.MAX_VALUE;

    LiveShard(Shard shard) {
        this.id = shard.id();
        this.shard = shard;
    }
}
