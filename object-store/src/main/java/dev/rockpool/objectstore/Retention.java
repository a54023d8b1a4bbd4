package dev.rockpool.objectstore;

import java.time.Instant;

/// Until when a version can be neither deleted nor overwritten.
public record Retention(RetentionMode mode, Instant until) {}
