package dev.rockpool.streamengine;

import java.time.Instant;

/// Hears what an engine did.
///
/// It is called by the thread that acted, after the act is durable, sometimes by several threads at once: it must be
/// quick, safe for threads, and must not call the engine. Events of one shard's life come in order.
@FunctionalInterface
public interface StreamListener {
    /// Hears nothing.
    StreamListener NONE = event -> {};

    /// `event` happened.
    void happened(StreamEvent event);

    /// The account's commitment to a least throughput was made or ended, or its end was asked for.
    ///
    /// @param at when
    /// @param commitment as it is since
    default void committed(Instant at, AccountCommitment commitment) {}
}
