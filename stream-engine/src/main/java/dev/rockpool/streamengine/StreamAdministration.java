package dev.rockpool.streamengine;

import dev.rockpool.streamengine.segment.RecordSeal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Makes, changes and removes streams, and what an account has committed itself to. What each method does is said in
/// [StreamEngine].
final class StreamAdministration {
    private static final int STREAMS_IN_CREATION = 5;
    private static final int MODE_SWITCHES_A_DAY = 2;

    private final Settling settling;
    private final Preconditions given;
    private final Refusals refusals;
    private final StreamCatalog catalog;
    private final StreamEngineOptions options;
    private final StreamListener listener;

    StreamAdministration(
            Settling settling,
            Preconditions given,
            Refusals refusals,
            StreamCatalog catalog,
            StreamEngineOptions options,
            StreamListener listener) {
        this.settling = settling;
        this.given = given;
        this.refusals = refusals;
        this.catalog = catalog;
        this.options = options;
        this.listener = listener;
    }

    void createStream(NewStream wanted) {
        if (wanted.shards() < 1) {
            throw refusals.invalid("ShardCount " + wanted.shards() + " is less than 1.");
        }
        requireRecordSize(wanted.maxRecordKiB());
        settling.change(now -> {
            requireNew(wanted.name());
            switch (wanted.mode()) {
                case PROVISIONED -> given.requireShards(wanted.shards());
                case ON_DEMAND -> given.requireOnDemandStream();
            }
            create(wanted, now);
        });
    }

    private void requireNew(StreamName name) {
        if (catalog.find(name).isPresent()) {
            throw refusals.streamExists(name);
        }
        long creating = given.states().stream()
                .filter(state -> state.status() == StreamStatus.CREATING)
                .count();
        if (creating >= STREAMS_IN_CREATION) {
            throw refusals.limit("Only " + STREAMS_IN_CREATION + " streams can be in the CREATING state at a time.");
        }
    }

    private void create(NewStream wanted, Instant now) throws IOException {
        StreamState empty = new StreamState(
                catalog.nextId(),
                wanted.name(),
                StreamStatus.CREATING,
                wanted.mode(),
                StreamEngine.LEAST_RETENTION_HOURS,
                now,
                wanted.maxRecordKiB(),
                now,
                0,
                List.of(),
                List.of(),
                Optional.of(new PendingChange.Activate(now.plus(options.changeTakes()))),
                List.of(),
                List.of(),
                now,
                wanted.properties());
        Reshaping first = new Reshaping(empty, now);
        first.openFirst(Math.max(wanted.shards(), wanted.properties().warmMiBps()));
        catalog.add(first.applyTo(empty));
        listener.happened(
                new StreamEvent.StreamCreated(now, wanted.name(), wanted.mode(), StreamEngine.LEAST_RETENTION_HOURS));
        first.events().forEach(listener::happened);
    }

    void deleteStream(StreamName name, boolean evenWithConsumers) {
        settling.change(now -> {
            LiveStream stream = given.require(name);
            StreamState state = stream.state();
            if (state.status() == StreamStatus.DELETING) {
                return;
            }
            if (!evenWithConsumers && !state.consumers().isEmpty()) {
                throw refusals.hasConsumers(name, state.consumers().size());
            }
            catalog.change(
                    stream,
                    state.with(
                            draft -> draft.become(StreamStatus.DELETING, given.due(now, PendingChange.Delete::new))));
            stream.subscriptions().endAll();
            listener.happened(new StreamEvent.StreamDeleted(now, name));
        });
    }

    void increaseRetention(StreamName name, int hours) {
        settling.change(now -> {
            StreamState state = requireRetention(name, hours);
            if (hours < state.retentionHours()) {
                throw refusals.invalid("Requested retention period (" + hours + " hours) for stream " + name
                        + " can not be shorter than existing retention period (" + state.retentionHours()
                        + " hours). Use DecreaseRetentionPeriod API.");
            }
            setRetention(name, state, hours, now);
        });
    }

    void decreaseRetention(StreamName name, int hours) {
        settling.change(now -> {
            StreamState state = requireRetention(name, hours);
            if (hours > state.retentionHours()) {
                throw refusals.invalid("Requested retention period (" + hours + " hours) for stream " + name
                        + " can not be longer than existing retention period (" + state.retentionHours()
                        + " hours). Use IncreaseRetentionPeriod API.");
            }
            setRetention(name, state, hours, now);
        });
    }

    private StreamState requireRetention(StreamName name, int hours) {
        StreamState state = given.require(name).state();
        if (hours < StreamEngine.LEAST_RETENTION_HOURS) {
            throw refusals.invalid("Minimum allowed retention period is " + StreamEngine.LEAST_RETENTION_HOURS
                    + " hours. Requested retention period (" + hours + " hours) is too short.");
        }
        if (hours > StreamEngine.MOST_RETENTION_HOURS) {
            throw refusals.invalid("Maximum allowed retention period is " + StreamEngine.MOST_RETENTION_HOURS
                    + " hours. Requested retention period (" + hours + " hours) is too long.");
        }
        given.requireActive(state);
        return state;
    }

    private void setRetention(StreamName name, StreamState state, int hours, Instant now) throws IOException {
        if (hours == state.retentionHours()) {
            return;
        }
        Instant kept = now.minus(Duration.ofHours(Math.min(hours, state.retentionHours())));
        catalog.change(given.require(name), state.with(draft -> {
            draft.retentionHours = hours;
            draft.keptFrom = kept.isAfter(state.keptFrom()) ? kept : state.keptFrom();
        }));
        listener.happened(new StreamEvent.RetentionChanged(now, name, state.retentionHours(), hours));
    }

    void updateMaxRecordSize(StreamName name, int kibibytes) {
        requireRecordSize(kibibytes);
        settling.change(now -> {
            LiveStream stream = given.require(name);
            given.requireActive(stream.state());
            catalog.change(stream, stream.state().with(draft -> draft.maxRecordKiB = kibibytes));
        });
    }

    private void requireRecordSize(int kibibytes) {
        if (kibibytes < StreamEngine.LEAST_MAX_RECORD_KIB || kibibytes > StreamEngine.MOST_MAX_RECORD_KIB) {
            throw refusals.invalid("MaxRecordSizeInKiB " + kibibytes + " is not " + StreamEngine.LEAST_MAX_RECORD_KIB
                    + " to " + StreamEngine.MOST_MAX_RECORD_KIB + ".");
        }
    }

    void changeProperties(StreamName name, UnaryOperator<StreamProperties> change) {
        settling.change(now -> {
            LiveStream stream = given.require(name);
            StreamState state = stream.state();
            StreamProperties next = change.apply(state.properties());
            if (!next.equals(state.properties())) {
                catalog.change(stream, state.with(draft -> draft.properties = next));
            }
        });
    }

    void switchKey(StreamName name, Optional<StreamKey> key) {
        settling.change(now -> {
            LiveStream stream = given.require(name);
            given.requireActive(stream.state());
            given.update(stream, now, due -> new PendingChange.SwitchKey(due, key));
        });
    }

    /// Makes the data key that a stream wants, so that it is durable before it seals.
    void giveDataKey(StreamName name, DataKeys keys) {
        settling.change(now -> {
            LiveStream stream = given.require(name);
            if (!stream.wantsDataKey()) {
                return;
            }
            StreamState state = stream.state();
            StreamKey under = state.properties().key().orElseThrow();
            List<DataKeys.WrappedKey> kept = stillUsed(state, now);
            int number = state.properties().dataKeys().isEmpty()
                    ? 1
                    : state.properties().dataKeys().getLast().number() + 1;
            DataKeys.DataKey made = keys.generate(name, under);
            kept.add(new DataKeys.WrappedKey(number, made.keyArn(), made.wrapped(), now));
            catalog.change(
                    stream,
                    state.with(draft -> draft.properties = state.properties().withDataKeys(kept)));
            stream.sealWith(under, new RecordSeal(number, made.clear()));
        });
    }

    /// All but those whose successor was made before the oldest record arrived that is still kept.
    private static List<DataKeys.WrappedKey> stillUsed(StreamState state, Instant now) {
        List<DataKeys.WrappedKey> all = state.properties().dataKeys();
        Instant horizon = state.horizon(now).minusMillis(1);
        int first = 0;
        while (first + 1 < all.size() && all.get(first + 1).since().isBefore(horizon)) {
            first++;
        }
        return new ArrayList<>(all.subList(first, all.size()));
    }

    void keepWarm(StreamName name, int mebibytes) {
        if (mebibytes > OnDemandScaling.mostShards(options.region())) {
            throw refusals.limit("Warm throughput of " + mebibytes + " MiB/s is more than "
                    + OnDemandScaling.mostShards(options.region()) + " MiB/s.");
        }
        settling.change(now -> {
            LiveStream stream = given.require(name);
            StreamState state = stream.state();
            given.requireActive(state);
            StreamState kept =
                    state.with(draft -> draft.properties = state.properties().withWarmMiBps(mebibytes));
            boolean grows = state.mode() == StreamMode.ON_DEMAND && mebibytes > state.openShardCount();
            catalog.change(
                    stream,
                    grows
                            ? kept.with(draft -> draft.become(
                                    StreamStatus.UPDATING,
                                    given.due(now, due -> new PendingChange.Rescale(due, mebibytes))))
                            : kept);
        });
    }

    AccountCommitment commit(boolean on) {
        return settling.changed(now -> {
            AccountCommitment before = catalog.commitment();
            catalog.commit(before.switched(on, now));
            AccountCommitment after = catalog.commitment();
            if (!after.equals(before)) {
                listener.committed(now, after);
            }
            return after;
        });
    }

    void updateStreamMode(StreamName name, StreamMode mode, int warmMiBps) {
        settling.change(now -> {
            LiveStream stream = given.require(name);
            StreamState state = stream.state();
            given.requireActive(state);
            if (state.mode() == mode) {
                return;
            }
            switch (mode) {
                case ON_DEMAND -> given.requireOnDemandStream();
                case PROVISIONED -> given.requireShards(state.openShardCount());
            }
            List<Instant> switches = Preconditions.ofLastDay(state.modeSwitches(), now);
            if (switches.size() >= MODE_SWITCHES_A_DAY) {
                throw refusals.limit("The mode of stream " + name + " can be changed " + MODE_SWITCHES_A_DAY
                        + " times in 24 hours.");
            }
            switches.add(now);
            catalog.change(stream, state.with(draft -> {
                draft.modeSwitches = switches;
                draft.properties = state.properties().withWarmMiBps(warmMiBps);
                draft.become(StreamStatus.UPDATING, given.due(now, due -> new PendingChange.SwitchMode(due, mode)));
            }));
        });
    }
}
