package dev.rockpool.objectstore;

import java.util.Optional;

/// A part as *CompleteMultipartUpload* lists it.
///
/// @param etag without quotes
/// @param checksum Base64, if the client gave one
public record CompletedPart(int number, String etag, Optional<Checksum> checksum) {}
