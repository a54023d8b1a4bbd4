package dev.rockpool.streamengine;

import java.time.Instant;
import java.util.List;

/// Splits and merges the shards of provisioned streams. What each method does is said in [StreamEngine].
final class ShardAdministration {
    private static final int MOST_UPDATED_SHARDS = 10_000;
    private static final int SHARD_COUNT_UPDATES_A_DAY = 10;

    private final Settling settling;
    private final Preconditions given;
    private final Refusals refusals;
    private final StreamCatalog catalog;

    ShardAdministration(Settling settling, Preconditions given, Refusals refusals, StreamCatalog catalog) {
        this.settling = settling;
        this.given = given;
        this.refusals = refusals;
        this.catalog = catalog;
    }

    void splitShard(StreamName name, ShardId shard, HashKey newStart) {
        settling.change(now -> {
            LiveStream stream = given.require(name);
            StreamState state = stream.state();
            Shard split = given.requireShard(state, shard);
            given.requireProvisioned(state, "SplitShard");
            given.requireShards(1);
            HashKeyRange range = split.range();
            boolean inside = newStart.compareTo(range.end()) < 0
                    && newStart.compareTo(range.start()) > 0
                    && newStart.previous().compareTo(range.start()) > 0;
            if (!inside) {
                throw refusals.badSplit(name, split, newStart);
            }
            given.requireActive(state);
            given.requireOpen(state, split);
            given.update(stream, now, due -> new PendingChange.Split(due, shard, newStart));
        });
    }

    void mergeShards(StreamName name, ShardId shard, ShardId adjacent) {
        settling.change(now -> {
            LiveStream stream = given.require(name);
            StreamState state = stream.state();
            Shard lower = given.requireShard(state, shard);
            Shard upper = given.requireShard(state, adjacent);
            given.requireProvisioned(state, "MergeShards");
            if (!lower.range().touches(upper.range())) {
                throw refusals.notAdjacent(name, shard, adjacent);
            }
            given.requireActive(state);
            given.requireOpen(state, lower);
            given.requireOpen(state, upper);
            given.update(stream, now, due -> new PendingChange.Merge(due, shard, adjacent));
        });
    }

    ShardCountUpdate updateShardCount(StreamName name, int target) {
        if (target < 1) {
            throw refusals.invalid("TargetShardCount " + target + " is less than 1.");
        }
        return settling.changed(now -> {
            LiveStream stream = given.require(name);
            StreamState state = stream.state();
            given.requireProvisioned(state, "UpdateShardCount");
            given.requireActive(state);
            int current = state.openShardCount();
            if (target > current * 2) {
                throw refusals.limit("UpdateShardCount cannot scale up over double your current open shard count. "
                        + "Current open shard count: " + current + " Target shard count: " + target);
            }
            if (target < Math.ceilDiv(current, 2)) {
                throw refusals.limit("UpdateShardCount cannot scale down below half your current open shard count. "
                        + "Current open shard count: " + current + " Target shard count: " + target);
            }
            if (target > MOST_UPDATED_SHARDS) {
                throw refusals.limit("UpdateShardCount cannot scale a stream up to more than " + MOST_UPDATED_SHARDS
                        + " shards. Target shard count: " + target);
            }
            if (target > current) {
                given.requireShards(target - current);
            }
            List<Instant> updates = Preconditions.ofLastDay(state.shardCountUpdates(), now);
            if (updates.size() >= SHARD_COUNT_UPDATES_A_DAY) {
                throw refusals.limit("UpdateShardCount can be called " + SHARD_COUNT_UPDATES_A_DAY
                        + " times in 24 hours on stream " + name + ".");
            }
            updates.add(now);
            catalog.change(stream, state.with(draft -> {
                draft.shardCountUpdates = updates;
                draft.become(StreamStatus.UPDATING, given.due(now, due -> new PendingChange.Rescale(due, target)));
            }));
            return new ShardCountUpdate(current, target);
        });
    }
}
