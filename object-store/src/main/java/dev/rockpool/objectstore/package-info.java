/// The mini object store, in process: buckets of versioned objects, durable, encrypted, ageing by lifecycle rules.
///
/// Terms are the service's own (Amazon S3 user guide and API reference 2006-03-01).
@NullMarked
package dev.rockpool.objectstore;

import org.jspecify.annotations.NullMarked;
