package dev.rockpool.streamengine;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What falls due without being asked for: streams and consumers become active or go, shards change or expire,
/// on-demand streams split, old segments are deleted. Under [StreamEngine]'s lock.
final class Timetable {
    private static final Duration LONGEST_UNCHECKED = Duration.ofHours(1);

    private final StreamCatalog catalog;
    private final StreamEngineOptions options;
    private final StreamListener listener;

    Timetable(StreamCatalog catalog, StreamEngineOptions options, StreamListener listener) {
        this.catalog = catalog;
        this.options = options;
        this.listener = listener;
    }

    /// Something that falls due.
    private record Due(Instant at, LiveStream stream, Act act) {}

    private interface Act {
        void happen(Instant at) throws IOException;
    }

    /// When something falls due next.
    Optional<Instant> next() {
        Optional<Instant> next = earliest().map(Due::at);
        for (LiveStream stream : catalog.all()) {
            Optional<Instant> trim = stream.log()
                    .oldestArrivalBound()
                    .map(bound ->
                            Instant.ofEpochMilli(bound + 1).plus(stream.state().retention()));
            if (trim.isPresent() && next.map(trim.get()::isBefore).orElse(true)) {
                next = trim;
            }
        }
        return next;
    }

    /// The latest moment at which to look again after `now`, whatever is put until then.
    Instant checkAgain(Instant now) {
        Instant again = now.plus(LONGEST_UNCHECKED);
        Optional<Instant> due = next();
        if (due.isPresent() && due.get().isBefore(again)) {
            again = due.get();
        }
        for (LiveStream stream : catalog.all()) {
            if (stream.state().mode() == StreamMode.ON_DEMAND) {
                Instant scaling = OnDemandScaling.next(stream.state().onDemandSince(), now);
                again = scaling.isBefore(again) ? scaling : again;
            }
        }
        return again;
    }

    /// Does what is due by `now`, in the order in which it was due.
    void settle(Instant now) throws IOException {
        for (Optional<Due> due = earliest(); due.isPresent() && !due.get().at().isAfter(now); due = earliest()) {
            due.get().act().happen(due.get().at());
        }
        for (LiveStream stream : catalog.all()) {
            stream.log().trim(stream.state().horizon(now).toEpochMilli(), now.toEpochMilli());
        }
    }

    private Optional<Due> earliest() {
        List<Due> all = new ArrayList<>();
        for (LiveStream stream : catalog.all()) {
            StreamState state = stream.state();
            state.change().ifPresent(change -> all.add(new Due(change.due(), stream, at -> finish(stream, change))));
            state.consumers().stream()
                    .filter(consumer -> consumer.due().isPresent())
                    .forEach(consumer ->
                            all.add(new Due(consumer.due().orElseThrow(), stream, at -> finish(stream, consumer))));
            state.shards().stream()
                    .filter(shard -> !shard.isOpen())
                    .map(state::expiryOf)
                    .min(Comparator.naturalOrder())
                    .ifPresent(expiry -> all.add(new Due(expiry, stream, at -> expireShards(stream, at))));
            stream.nextScaling().ifPresent(scaling -> all.add(new Due(scaling, stream, at -> scale(stream, at))));
        }
        return all.stream().min(Comparator.comparing(Due::at));
    }

    private void finish(LiveStream stream, PendingChange change) throws IOException {
        StreamState state = stream.state();
        Instant at = change.due();
        switch (change) {
            case PendingChange.Activate(Instant due) -> reshape(stream, new Reshaping(state, due));
            case PendingChange.Delete(Instant due) -> catalog.remove(stream);
            case PendingChange.Split(Instant due, ShardId shard, HashKey newStart) -> {
                Reshaping reshaping = new Reshaping(state, due);
                reshaping.split(state.shard(shard).orElseThrow(), newStart);
                reshape(stream, reshaping);
            }
            case PendingChange.Merge(Instant due, ShardId shard, ShardId adjacent) -> {
                Reshaping reshaping = new Reshaping(state, due);
                reshaping.merge(
                        state.shard(shard).orElseThrow(), state.shard(adjacent).orElseThrow());
                reshape(stream, reshaping);
            }
            case PendingChange.Rescale(Instant due, int target) -> {
                Reshaping reshaping = new Reshaping(state, due);
                reshaping.rescale(target);
                reshape(stream, reshaping);
            }
            case PendingChange.SwitchKey(Instant due, Optional<StreamKey> key) -> {
                catalog.change(
                        stream,
                        active(state.with(
                                draft -> draft.properties = state.properties().withKey(key))));
                listener.happened(new StreamEvent.StreamActive(at, state.name()));
            }
            case PendingChange.SwitchMode(Instant due, StreamMode to) -> switchMode(stream, due, to);
        }
    }

    /// An on-demand stream gets as many shards as its warm throughput needs.
    private void switchMode(LiveStream stream, Instant due, StreamMode to) throws IOException {
        StreamState state = stream.state();
        Reshaping reshaping = new Reshaping(state, due);
        int warm = state.properties().warmMiBps();
        if (to == StreamMode.ON_DEMAND && warm > state.openShardCount()) {
            reshaping.rescale(warm);
        }
        catalog.change(stream, active(reshaping.applyTo(state).with(draft -> {
            draft.mode = to;
            draft.onDemandSince = due;
        })));
        listener.happened(new StreamEvent.ModeChanged(due, state.name(), state.mode(), to));
        reshaping.events().forEach(listener::happened);
        listener.happened(new StreamEvent.StreamActive(due, state.name()));
    }

    private void reshape(LiveStream stream, Reshaping reshaping) throws IOException {
        StreamState state = stream.state();
        Instant at = state.change().orElseThrow().due();
        catalog.change(stream, active(reshaping.applyTo(state)));
        reshaping.events().forEach(listener::happened);
        listener.happened(new StreamEvent.StreamActive(at, state.name()));
    }

    private static StreamState active(StreamState state) {
        return state.with(draft -> draft.become(StreamStatus.ACTIVE, Optional.empty()));
    }

    private void finish(LiveStream stream, ConsumerState consumer) throws IOException {
        StreamState state = stream.state();
        List<ConsumerState> consumers = new ArrayList<>(state.consumers());
        consumers.remove(consumer);
        if (consumer.status() == ConsumerStatus.CREATING) {
            consumers.add(
                    new ConsumerState(consumer.name(), ConsumerStatus.ACTIVE, consumer.createdAt(), Optional.empty()));
            consumers.sort(Comparator.comparing(ConsumerState::name));
        }
        catalog.change(stream, state.with(draft -> draft.consumers = consumers));
    }

    private void expireShards(LiveStream stream, Instant at) throws IOException {
        StreamState state = stream.state();
        List<Shard> expired = state.shards().stream()
                .filter(shard -> !shard.isOpen() && !state.expiryOf(shard).isAfter(at))
                .toList();
        List<Shard> kept = new ArrayList<>(state.shards());
        kept.removeAll(expired);
        catalog.change(stream, state.with(draft -> draft.shards = kept));
        expired.forEach(shard -> listener.happened(new StreamEvent.ShardExpired(at, state.name(), shard.id())));
    }

    private void scale(LiveStream stream, Instant at) throws IOException {
        StreamState state = stream.state();
        Reshaping reshaping = new Reshaping(state, at);
        int room = OnDemandScaling.mostShards(options.region()) - state.openShardCount();
        for (Shard shard : stream.weigh()) {
            if (room > 0 && !shard.range().start().equals(shard.range().end())) {
                reshaping.split(shard, shard.range().midpoint());
                room--;
            }
        }
        if (!reshaping.events().isEmpty()) {
            catalog.change(stream, reshaping.applyTo(state));
            reshaping.events().forEach(listener::happened);
        }
    }
}
