package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.TransitionMinimum;
import java.time.Instant;

/// The lifecycle rules of a bucket.
///
/// @param configuration the rules, accepted
/// @param minimum what stays below 128 KB
/// @param since when they were put; they are in force from the midnight after
public record LifecycleSettings(LifecycleConfiguration configuration, TransitionMinimum minimum, Instant since) {}
