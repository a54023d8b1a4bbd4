package dev.rockpool.streamengine;

/// Where an enhanced fan-out consumer is in its life; only an [#ACTIVE] one can subscribe.
public enum ConsumerStatus {
    CREATING,
    DELETING,
    ACTIVE
}
