package dev.rockpool.streamengine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// The enhanced fan-out subscriptions of a stream: one a consumer and shard.
final class Subscriptions {
    /// How long after a subscription another may take over.
    static final Duration TAKE_OVER = Duration.ofSeconds(5);

    private final Map<Place, FanOut> current = new HashMap<>();
    private final CopyOnWriteArrayList<Runnable> signals = new CopyOnWriteArrayList<>();

    private record Place(ConsumerName consumer, ShardId shard) {}

    /// Puts `subscription` in the place of the consumer's former one on that shard; false if that is too young.
    synchronized boolean add(FanOut subscription) {
        Place place = new Place(subscription.consumer(), subscription.shard());
        FanOut former = current.get(place);
        Instant now = subscription.openedAt();
        if (former != null) {
            if (former.openedAt().plus(TAKE_OVER).isAfter(now)) {
                return false;
            }
            former.end(FanOutSubscription.State.TAKEN_OVER);
        }
        current.put(place, subscription);
        current.values()
                .removeIf(old ->
                        old.isOver(now) && !old.openedAt().plus(TAKE_OVER).isAfter(now));
        return true;
    }

    /// Ends the subscriptions of a consumer that goes.
    synchronized void endConsumer(ConsumerName consumer) {
        current.forEach((place, subscription) -> {
            if (place.consumer().equals(consumer)) {
                subscription.end(FanOutSubscription.State.GONE);
            }
        });
        current.keySet().removeIf(place -> place.consumer().equals(consumer));
    }

    /// Ends all subscriptions.
    void endAll() {
        List<FanOut> all;
        synchronized (this) {
            all = new ArrayList<>(current.values());
            current.clear();
        }
        all.forEach(subscription -> subscription.end(FanOutSubscription.State.GONE));
        signal();
    }

    void listen(Runnable signal) {
        signals.add(signal);
    }

    void unlisten(Runnable signal) {
        signals.remove(signal);
    }

    /// Tells all that a poll may be worth while.
    void signal() {
        for (Runnable signal : signals) {
            signal.run();
        }
    }
}
