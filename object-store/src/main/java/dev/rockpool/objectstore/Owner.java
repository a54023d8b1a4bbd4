package dev.rockpool.objectstore;

/// Who owns a bucket or an object.
///
/// @param canonicalId the account's canonical id
/// @param displayName may be empty
public record Owner(String canonicalId, String displayName) {}
