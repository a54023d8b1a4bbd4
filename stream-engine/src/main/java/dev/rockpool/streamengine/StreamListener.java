package dev.rockpool.streamengine;

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
}
