package dev.rockpool.objectstore;

/// Hears what a store did.
///
/// It is called by the thread that acted, after the act is durable, sometimes by several threads at once: it must be
/// quick, safe for threads, and must not call the store.
@FunctionalInterface
public interface StoreListener {
    /// Hears nothing.
    StoreListener NONE = event -> {};

    /// `event` happened.
    void happened(StoreEvent event);
}
