/// The S3 endpoint: the REST protocol of the object store, spoken as the service speaks it.
///
/// Where to find what:
///
/// - [Operation] is the table of all operations: method, resource, sub-resource, and the action that must
///   be allowed. [Operations] gives each to the class of its family ([ObjectReads], [ObjectWrites],
///   [MultipartUploads], …).
/// - [S3Endpoint] does what all have in common: names the bucket and key, verifies the signature, asks
///   whether the action is allowed, and turns refusals into the service's errors.
/// - [ErrorCode] is the table of errors: code, status, sentence.
///
/// Source: Amazon S3 API reference 2006-03-01, as of November 2026. Invariants: a body is read bounded; a
/// document is read without entities, bounded in depth and size; every error has a code of the service; no
/// answer depends on wall time but signatures and `Date`.
@NullMarked
package dev.rockpool.objectstore.s3;

import org.jspecify.annotations.NullMarked;
