package dev.rockpool.streamengine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the engine keeps of a stream besides its records; every change of it is journaled.
///
/// @param id which of all streams of the folder, never used twice
/// @param name its name
/// @param status where it is in its life
/// @param mode how its shards are counted
/// @param retentionHours how long records are kept
/// @param keptFrom records that arrived earlier are gone whatever the retention says now
/// @param maxRecordKiB the largest record
/// @param createdAt when it was asked for
/// @param nextShardIndex the index of the next shard
/// @param shards open and closed ones, by id
/// @param consumers enhanced fan-out consumers, by name
/// @param change what it is on its way to
/// @param shardCountUpdates when *UpdateShardCount* was called in the last 24 hours
/// @param modeSwitches when the mode was changed in the last 24 hours
/// @param onDemandSince from when scaling on demand is reckoned
/// @param properties what is set on it besides
record StreamState(
        long id,
        StreamName name,
        StreamStatus status,
        StreamMode mode,
        int retentionHours,
        Instant keptFrom,
        int maxRecordKiB,
        Instant createdAt,
        int nextShardIndex,
        List<Shard> shards,
        List<ConsumerState> consumers,
        Optional<PendingChange> change,
        List<Instant> shardCountUpdates,
        List<Instant> modeSwitches,
        Instant onDemandSince,
        StreamProperties properties) {
    StreamState {
        shards = List.copyOf(shards);
        consumers = List.copyOf(consumers);
        shardCountUpdates = List.copyOf(shardCountUpdates);
        modeSwitches = List.copyOf(modeSwitches);
    }

    Duration retention() {
        return Duration.ofHours(retentionHours);
    }

    /// Records that arrived earlier than this cannot be read at `now`.
    Instant horizon(Instant now) {
        Instant byRetention = now.minus(retention());
        return byRetention.isAfter(keptFrom) ? byRetention : keptFrom;
    }

    List<Shard> openShards() {
        return shards.stream()
                .filter(Shard::isOpen)
                .sorted(Comparator.comparing(shard -> shard.range().start()))
                .toList();
    }

    int openShardCount() {
        return (int) shards.stream().filter(Shard::isOpen).count();
    }

    Optional<Shard> shard(ShardId id) {
        return shards.stream().filter(shard -> shard.id().equals(id)).findFirst();
    }

    List<ChildShard> childrenOf(ShardId parent) {
        List<ChildShard> children = new ArrayList<>();
        for (Shard shard : shards) {
            if (shard.parent().equals(Optional.of(parent))
                    || shard.adjacentParent().equals(Optional.of(parent))) {
                List<ShardId> parents = new ArrayList<>();
                shard.parent().ifPresent(parents::add);
                shard.adjacentParent().ifPresent(parents::add);
                children.add(new ChildShard(shard.id(), parents, shard.range()));
            }
        }
        return children;
    }

    Optional<ConsumerState> consumer(ConsumerName consumer) {
        return consumers.stream().filter(state -> state.name().equals(consumer)).findFirst();
    }

    /// The first moment at which even a record that arrived when the shard closed cannot be read.
    Instant expiryOf(Shard closed) {
        return closed.closedAt().orElseThrow().plus(retention()).plusMillis(1);
    }

    StreamDescription describe() {
        return new StreamDescription(
                name,
                id,
                status,
                mode,
                retentionHours,
                maxRecordKiB,
                createdAt,
                status == StreamStatus.CREATING ? 0 : openShardCount(),
                consumers.size());
    }

    /// This state with some parts changed.
    StreamState with(Consumer<Draft> changes) {
        Draft draft = new Draft(this);
        changes.accept(draft);
        return draft.finished(this);
    }

    /// The parts of a state that change, while they do.
    static final class Draft {
        StreamStatus status;
        StreamMode mode;
        int retentionHours;
        Instant keptFrom;
        int maxRecordKiB;
        int nextShardIndex;
        List<Shard> shards;
        List<ConsumerState> consumers;
        Optional<PendingChange> change;
        List<Instant> shardCountUpdates;
        List<Instant> modeSwitches;
        Instant onDemandSince;
        StreamProperties properties;

        private Draft(StreamState state) {
            status = state.status;
            mode = state.mode;
            retentionHours = state.retentionHours;
            keptFrom = state.keptFrom;
            maxRecordKiB = state.maxRecordKiB;
            nextShardIndex = state.nextShardIndex;
            shards = state.shards;
            consumers = state.consumers;
            change = state.change;
            shardCountUpdates = state.shardCountUpdates;
            modeSwitches = state.modeSwitches;
            onDemandSince = state.onDemandSince;
            properties = state.properties;
        }

        /// Sets where the stream is in its life and what it is on its way to.
        void become(StreamStatus newStatus, Optional<PendingChange> newChange) {
            status = newStatus;
            change = newChange;
        }

        private StreamState finished(StreamState before) {
            return new StreamState(
                    before.id,
                    before.name,
                    status,
                    mode,
                    retentionHours,
                    keptFrom,
                    maxRecordKiB,
                    before.createdAt,
                    nextShardIndex,
                    shards,
                    consumers,
                    change,
                    shardCountUpdates,
                    modeSwitches,
                    onDemandSince,
                    properties);
        }
    }
}
