package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.Versioning;
import java.time.Instant;

/// A bucket.
///
/// @param name 3 to 63 characters
/// @param owner the account that created it
/// @param region where it was asked for
/// @param created when
/// @param versioning what it keeps
/// @param objectLock whether versions in it can be locked
public record Bucket(
        String name, Owner owner, String region, Instant created, Versioning versioning, boolean objectLock) {}
