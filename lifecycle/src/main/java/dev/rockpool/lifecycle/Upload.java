package dev.rockpool.lifecycle;

import java.time.Instant;

/// An incomplete multipart upload.
///
/// @param id the upload id
/// @param initiated when it began
public record Upload(String key, String id, Instant initiated) {}
