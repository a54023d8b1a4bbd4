package dev.rockpool.streamengine;

import java.util.Optional;

/// One enhanced fan-out consumer's subscription to one shard: up to 2 MiB a second of its own, for five minutes of
/// the platform's clock.
///
/// Deliveries are pulled with [#poll]; [#whenWorthPolling] says when a pull may find something. For one thread at a
/// time.
public interface FanOutSubscription extends AutoCloseable {
    /// Why a subscription delivers, or no longer does.
    enum State {
        /// It delivers.
        ACTIVE,

        /// Its five minutes are over; subscribe again after the last continuation number.
        EXPIRED,

        /// The same consumer subscribed to the same shard again.
        TAKEN_OVER,

        /// The shard is closed and read to its end.
        SHARD_END,

        /// The consumer or the stream is gone.
        GONE,

        /// [#close] was called.
        CLOSED
    }

    /// The next delivery, empty when there is nothing new, when this second's bytes are used up, or when it no longer
    /// delivers. Throws what the data keys refuse with that it was given; the next poll tries again.
    Optional<SubscriptionEvent> poll();

    /// What keeps an idle connection alive: the position, without records.
    SubscriptionEvent heartbeat();

    /// Whether it delivers, at the clock's present time.
    State state();

    /// Calls `signal`, soon and on any thread, after every put to the stream and every change of its shards. It must
    /// be quick and must not call the engine. A second of the clock gone by is no signal.
    void whenWorthPolling(Runnable signal);

    /// Ends it.
    @Override
    void close();
}
