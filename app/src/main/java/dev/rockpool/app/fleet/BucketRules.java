package dev.rockpool.app.fleet;

/// The lifecycle rules of a bucket in the store.
///
/// @param rules as JSON
public record BucketRules(String bucket, String rules) {}
