package dev.rockpool.streamengine;

import dev.rockpool.streamengine.segment.LogSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A subscription at work.
final class FanOut implements FanOutSubscription {
    /// How long it lives.
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int MOST_RECORDS = 10_000;

    private final LiveStream stream;
    private final LiveShard shard;
    private final ConsumerName consumer;
    private final InstantSource clock;
    private final StreamListener listener;
    private final DataKeys keys;
    private final boolean limited;
    private final Instant openedAt;
    private final ShardReadBudget budget = ShardReadBudget.fanOut();
    private volatile State state = State.ACTIVE;
    private Optional<Runnable> signal = Optional.empty();
    private SequenceNumber continuation;
    private long next;

    FanOut(
            LiveStream stream,
            LiveShard shard,
            ConsumerName consumer,
            long from,
            Instant openedAt,
            InstantSource clock,
            StreamEngineOptions options,
            StreamListener listener,
            DataKeys keys) {
        this.stream = stream;
        this.shard = shard;
        this.consumer = consumer;
        this.clock = clock;
        this.listener = listener;
        this.keys = keys;
        this.limited = options.limits() == StreamEngineOptions.Limits.ENFORCED;
        this.openedAt = openedAt;
        this.next = from;
        this.continuation = LiveStream.number(shard.shard, Math.max(0, from - 1), openedAt.toEpochMilli());
    }

    ConsumerName consumer() {
        return consumer;
    }

    ShardId shard() {
        return shard.id;
    }

    Instant openedAt() {
        return openedAt;
    }

    boolean isOver(Instant now) {
        return state != State.ACTIVE || !now.isBefore(openedAt.plus(LIFE));
    }

    void end(State reason) {
        if (state == State.ACTIVE) {
            state = reason;
        }
    }

    @Override
    public Optional<SubscriptionEvent> poll() {
        Instant now = clock.instant();
        if (state() != State.ACTIVE) {
            return Optional.empty();
        }
        long room = limited ? budget.room(now.getEpochSecond()) : ShardReadBudget.BYTES_PER_CALL;
        if (room == 0) {
            return Optional.empty();
        }
        LogSpan span = stream.read(shard, next, now, MOST_RECORDS, room);
        List<StreamRecord> records = stream.records(shard.shard, span, keys);
        next = span.next();
        boolean atEnd = stream.isAtEnd(shard, span);
        if (records.isEmpty() && !atEnd) {
            return Optional.empty();
        }
        long behind = stream.millisBehind(span, now);
        if (!records.isEmpty()) {
            continuation = records.getLast().sequenceNumber();
            Delivery delivery = Delivery.of(records, now);
            budget.returned(delivery.bytes());
            listener.happened(new StreamEvent.RecordsRead(
                    now,
                    stream.state().name(),
                    shard.id,
                    Optional.of(consumer),
                    stream.state().mode(),
                    records.size(),
                    delivery.bytes(),
                    delivery.bytesOlderThanSevenDays(),
                    behind));
        }
        List<ChildShard> children = List.of();
        if (atEnd) {
            children = stream.state().childrenOf(shard.id);
            end(State.SHARD_END);
        }
        return Optional.of(new SubscriptionEvent(records, continuation, behind, children));
    }

    @Override
    public SubscriptionEvent heartbeat() {
        return new SubscriptionEvent(List.of(), continuation, 0, List.of());
    }

    @Override
    public State state() {
        if (state == State.ACTIVE && isOver(clock.instant())) {
            end(State.EXPIRED);
        }
        return state;
    }

    @Override
    public void whenWorthPolling(Runnable newSignal) {
        signal.ifPresent(stream.subscriptions()::unlisten);
        signal = Optional.of(newSignal);
        stream.subscriptions().listen(newSignal);
    }

    @Override
    public void close() {
        end(State.CLOSED);
        signal.ifPresent(stream.subscriptions()::unlisten);
        signal = Optional.empty();
    }
}
