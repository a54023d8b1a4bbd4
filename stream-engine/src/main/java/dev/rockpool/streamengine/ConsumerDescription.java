package dev.rockpool.streamengine;

import java.time.Instant;

/// An enhanced fan-out consumer at one moment.
///
/// @param stream the stream it reads
/// @param name its name
/// @param status where it is in its life
/// @param createdAt when it was registered, in whole seconds; the service puts them into its ARN
public record ConsumerDescription(StreamName stream, ConsumerName name, ConsumerStatus status, Instant createdAt) {}
