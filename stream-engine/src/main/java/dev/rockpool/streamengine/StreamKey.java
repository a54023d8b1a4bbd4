package dev.rockpool.streamengine;

/// The key that stands before a stream's records.
///
/// @param keyId as it was named: id, ARN or alias
/// @param wrapped a data key under it, in Base64, that who reads must be able to unwrap
public record StreamKey(String keyId, String wrapped) {}
