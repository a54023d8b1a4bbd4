package dev.rockpool.objectstore;

import java.time.Instant;
import java.util.Optional;

/// A part of an upload or of an object.
///
/// @param etag without quotes
public record StoredPart(int number, long bytes, String etag, Optional<Checksum> checksum, Instant lastModified) {}
