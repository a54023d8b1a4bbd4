package dev.rockpool.app.store;

import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.BucketEncryption;

/// A line of the list of buckets.
///
/// @param encryption of new objects
/// @param hasRules whether it has lifecycle rules
record BucketEntry(Bucket bucket, BucketEncryption encryption, boolean hasRules) {
    String name() {
        return bucket.name();
    }
}
