package dev.rockpool.streamengine;

import java.time.Instant;
import java.util.Optional;

/// What the engine keeps of an enhanced fan-out consumer.
///
/// @param name its name
/// @param status where it is in its life
/// @param createdAt when it was registered, in whole seconds
/// @param due when it is active, or gone; empty once it is active
record ConsumerState(ConsumerName name, ConsumerStatus status, Instant createdAt, Optional<Instant> due) {}
