package dev.rockpool.simulators.lifecycle;

import dev.rockpool.lifecycle.Upload;

/// An incomplete multipart upload of the bucket.
///
/// @param bytes of the parts that were uploaded
public record PendingUpload(Upload upload, long bytes) {}
