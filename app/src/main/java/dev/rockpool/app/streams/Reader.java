package dev.rockpool.app.streams;

import dev.rockpool.keys.KeyRefusal;
import dev.rockpool.simulators.shards.StreamConsumer;
import dev.rockpool.streamengine.ChildShard;
import dev.rockpool.streamengine.ConsumerName;
import dev.rockpool.streamengine.DataKeys;
import dev.rockpool.streamengine.FanOutSubscription;
import dev.rockpool.streamengine.ReadResult;
import dev.rockpool.streamengine.SequenceNumber;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.ShardIterator;
import dev.rockpool.streamengine.StartingPosition;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.StreamRecord;
import dev.rockpool.streamengine.StreamRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A consumer of the app: reads all shards of a stream from where they were when it was added, and goes on with the
/// children of those that are closed. It works off so many records a second, and is behind when more come.
///
/// A shared one asks each shard once a second, and up to four times while it is behind; a fan-out one is pushed to,
/// which is to say that it polls its subscriptions. For one thread at a time, but for [#pace] and [#state].
final class Reader {
    /// As fast as it can.
    static final int UNLIMITED = 10_000;

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration BEHIND = Duration.ofMillis(250);
    private static final double NANOS = 1e9;

    private final StreamEngine engine;
    private final DataKeys keys;
    private final StreamName stream;
    private final String name;
    private final StreamConsumer.Kind kind;
    private final Map<ShardId, Place> places = new TreeMap<>();
    private final Set<ShardId> done = new TreeSet<>();
    private volatile int pace;
    private volatile State state;
    private volatile boolean closed;
    private Instant last;
    private double budget;
    private long records;
    private long refused;
    private int turn;

    /// How a consumer stands.
    ///
    /// @param pace records a second that it works off; 0 stands still, [#UNLIMITED] is as fast as it can
    /// @param millisBehind the greatest age of what it has next, over all shards
    /// @param records read in all
    /// @param refused calls refused in all
    /// @param shards that it reads
    record State(
            String name,
            StreamConsumer.Kind kind,
            int pace,
            long millisBehind,
            long records,
            long refused,
            int shards) {}

    /// Where it is in a shard.
    private static final class Place {
        private StartingPosition position;
        private Optional<ShardIterator> iterator = Optional.empty();
        private Optional<FanOutSubscription> subscription = Optional.empty();
        private Instant due;
        private Instant lastAt;
        private long behind;

        Place(StartingPosition position, Instant now) {
            this.position = position;
            due = now;
            lastAt = now;
        }
    }

    Reader(StreamEngine engine, DataKeys keys, StreamName stream, String name, StreamConsumer.Kind kind, int pace) {
        this.engine = engine;
        this.keys = keys;
        this.stream = stream;
        this.name = name;
        this.kind = kind;
        this.pace = pace;
        last = engine.now();
        begin(new StartingPosition.Latest());
        state = new State(name, kind, pace, 0, 0, 0, places.size());
    }

    /// A stream that is being made has no shards yet; what is put first is then the first to be read.
    private void begin(StartingPosition position) {
        if (places.isEmpty() && done.isEmpty()) {
            engine.openShards(stream).forEach(shard -> places.put(shard.id(), new Place(position, last)));
        }
    }

    String name() {
        return name;
    }

    StreamConsumer.Kind kind() {
        return kind;
    }

    /// How it stands.
    State state() {
        return state;
    }

    /// Works off so many records a second from now on.
    ///
    /// @param wanted 0 to [#UNLIMITED]
    void pace(int wanted) {
        pace = wanted;
        State now = state;
        state = new State(
                now.name(), now.kind(), wanted, now.millisBehind(), now.records(), now.refused(), now.shards());
    }

    /// Reads no more. A fan-out consumer stays registered until it is deregistered.
    void close() {
        closed = true;
    }

    /// Reads what is due.
    void step(Instant now) {
        if (closed) {
            end();
            return;
        }
        earn(now);
        try {
            begin(new StartingPosition.TrimHorizon());
        } catch (StreamRefusal _) {
            return; // the stream is gone
        }
        for (Map.Entry<ShardId, Place> each : inTurn()) {
            if (!hasBudget()) {
                break;
            }
            Place place = each.getValue();
            try {
                switch (kind) {
                    case SHARED -> ask(each.getKey(), place, now);
                    case FAN_OUT -> poll(each.getKey(), place, now);
                }
            } catch (StreamRefusal refusal) {
                refused(place, refusal, now);
            } catch (KeyRefusal _) {
                place.due = now.plus(IDLE); // of records that were encrypted with a key of before
            }
        }
        long behind = 0;
        for (Place place : places.values()) {
            if (place.behind > 0) {
                behind = Math.max(
                        behind,
                        place.behind + Duration.between(place.lastAt, now).toMillis());
            }
        }
        state = new State(name, kind, pace, behind, records, refused, places.size());
    }

    /// Each time another shard first, so that a slow consumer is behind on all alike.
    private List<Map.Entry<ShardId, Place>> inTurn() {
        List<Map.Entry<ShardId, Place>> all = new ArrayList<>(places.entrySet());
        if (!all.isEmpty()) {
            Collections.rotate(all, turn++ % all.size());
        }
        return all;
    }

    private void end() {
        places.values().forEach(place -> place.subscription.ifPresent(FanOutSubscription::close));
        places.clear();
    }

    private void earn(Instant now) {
        double seconds = Math.max(0, Duration.between(last, now).toNanos()) / NANOS;
        last = now;
        budget = pace >= UNLIMITED ? 0 : Math.min(budget + seconds * pace, pace);
    }

    private boolean hasBudget() {
        return pace >= UNLIMITED || budget >= 1;
    }

    private int limit() {
        return pace >= UNLIMITED
                ? StreamEngine.RECORDS_PER_READ
                : Math.clamp((long) budget / Math.max(1, places.size()), 1, StreamEngine.RECORDS_PER_READ);
    }

    private void refused(Place place, StreamRefusal refusal, Instant now) {
        switch (refusal.code()) {
            case PROVISIONED_THROUGHPUT_EXCEEDED -> refused++;
            case EXPIRED_ITERATOR -> place.iterator = Optional.empty();
            case RESOURCE_NOT_FOUND,
                    RESOURCE_IN_USE,
                    INVALID_ARGUMENT,
                    LIMIT_EXCEEDED,
                    VALIDATION,
                    INTERNAL_FAILURE -> {}
        }
        place.due = now.plus(BEHIND);
    }

    private void ask(ShardId shard, Place place, Instant now) {
        if (now.isBefore(place.due)) {
            return;
        }
        ShardIterator from = place.iterator.orElseGet(() -> engine.shardIterator(stream, shard, place.position));
        place.iterator = Optional.of(from);
        ReadResult read = engine.getRecords(from, limit(), keys);
        took(place, read.records(), read.millisBehindLatest(), now);
        place.due = now.plus(read.millisBehindLatest() > 0 ? BEHIND : IDLE);
        if (read.next().isEmpty()) {
            goOn(shard, read.children(), now);
        } else {
            place.iterator = read.next();
        }
    }

    private void poll(ShardId shard, Place place, Instant now) {
        if (place.subscription.isEmpty()) {
            if (now.isBefore(place.due)) {
                return;
            }
            place.subscription =
                    Optional.of(engine.subscribe(stream, new ConsumerName(name), shard, place.position, keys));
        }
        FanOutSubscription subscription = place.subscription.get();
        subscription.poll().ifPresent(event -> {
            took(place, event.records(), event.millisBehindLatest(), now);
            place.position = new StartingPosition.AfterSequenceNumber(event.continuation());
            if (!event.children().isEmpty()) {
                goOn(shard, event.children(), now);
            }
        });
        switch (subscription.state()) {
            case ACTIVE -> {}
            case EXPIRED, TAKEN_OVER, GONE, CLOSED -> {
                place.subscription = Optional.empty();
                place.due = now.plus(IDLE);
            }
            case SHARD_END -> places.remove(shard);
        }
    }

    private void took(Place place, List<StreamRecord> read, long behind, Instant now) {
        records += read.size();
        budget -= read.size();
        place.behind = behind;
        place.lastAt = now;
        if (!read.isEmpty()) {
            SequenceNumber number = read.getLast().sequenceNumber();
            place.position = new StartingPosition.AfterSequenceNumber(number);
        }
    }

    /// Begins with those children whose parents are all read to their end.
    private void goOn(ShardId ended, List<ChildShard> children, Instant now) {
        places.remove(ended);
        done.add(ended);
        for (ChildShard child : children) {
            List<ShardId> parents = new ArrayList<>(child.parents());
            parents.removeAll(done);
            boolean waits = parents.stream().anyMatch(places::containsKey);
            if (!waits && !done.contains(child.id())) {
                places.putIfAbsent(child.id(), new Place(new StartingPosition.TrimHorizon(), now));
            }
        }
    }
}
