package dev.rockpool.streamengine;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What must hold for a change to happen, each refused with the service's sentence where it does not.
final class Preconditions {
    private static final Duration DAY = Duration.ofHours(24);

    private final StreamEngineOptions options;
    private final Refusals refusals;
    private final StreamCatalog catalog;

    Preconditions(StreamEngineOptions options, Refusals refusals, StreamCatalog catalog) {
        this.options = options;
        this.refusals = refusals;
        this.catalog = catalog;
    }

    List<StreamState> states() {
        return catalog.all().stream().map(LiveStream::state).toList();
    }

    LiveStream require(StreamName name) {
        return catalog.find(name).orElseThrow(() -> refusals.noStream(name));
    }

    void requireActive(StreamState state) {
        if (state.status() != StreamStatus.ACTIVE) {
            throw refusals.notActive(state.name(), state.status());
        }
    }

    void requireProvisioned(StreamState state, String operation) {
        if (state.mode() != StreamMode.PROVISIONED) {
            throw refusals.onlyProvisioned(state.name(), operation);
        }
    }

    Shard requireShard(StreamState state, ShardId shard) {
        return state.shard(shard).orElseThrow(() -> refusals.noShard(state.name(), shard));
    }

    void requireOpen(StreamState state, Shard shard) {
        if (!shard.isOpen()) {
            throw refusals.shardClosed(state.name(), shard.id());
        }
    }

    ConsumerState requireConsumer(StreamState state, ConsumerName consumer) {
        return state.consumer(consumer).orElseThrow(() -> refusals.noConsumer(state.name(), consumer));
    }

    int provisionedShards() {
        return states().stream()
                .filter(state -> state.mode() == StreamMode.PROVISIONED)
                .filter(state -> state.status() != StreamStatus.DELETING)
                .mapToInt(StreamState::openShardCount)
                .sum();
    }

    int onDemandStreams() {
        return (int) states().stream()
                .filter(state -> state.mode() == StreamMode.ON_DEMAND)
                .filter(state -> state.status() != StreamStatus.DELETING)
                .count();
    }

    void requireShards(int additional) {
        int current = provisionedShards();
        if ((long) current + additional > options.shardLimit()) {
            throw refusals.shardLimit(current, options.shardLimit(), additional);
        }
    }

    void requireOnDemandStream() {
        if (onDemandStreams() >= options.onDemandStreamLimit()) {
            throw refusals.limit(
                    "The account has the most on-demand streams it can have, " + options.onDemandStreamLimit() + ".");
        }
    }

    void update(LiveStream stream, Instant now, Function<Instant, PendingChange> change) throws IOException {
        catalog.change(stream, stream.state().with(draft -> draft.become(StreamStatus.UPDATING, due(now, change))));
    }

    Optional<PendingChange> due(Instant now, Function<Instant, PendingChange> change) {
        return Optional.of(change.apply(now.plus(options.changeTakes())));
    }

    /// Those of the last 24 hours, in a list that can be added to.
    static List<Instant> ofLastDay(List<Instant> instants, Instant now) {
        return new ArrayList<>(instants.stream()
                .filter(instant -> instant.plus(DAY).isAfter(now))
                .toList());
    }
}
