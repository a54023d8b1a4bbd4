package dev.rockpool.objectstore;

/// Where the access log of a bucket goes.
///
/// @param targetBucket a bucket of the same owner and region
/// @param targetPrefix may be empty
/// @param document the configuration as it was put, for those who answer it
public record LoggingConfiguration(String targetBucket, String targetPrefix, String document) {}
