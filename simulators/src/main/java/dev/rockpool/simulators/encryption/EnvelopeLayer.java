package dev.rockpool.simulators.encryption;

/// A layer of an [ObjectEnvelope] and what opens it, all in hexadecimal.
///
/// @param holder of the last key
/// @param boundTo what must be named to unwrap; empty where nothing is bound
/// @param bucketKey the bucket key as KMS wrapped it; empty without one
/// @param kept what lies beside the object: the wrapped key, or the salted HMAC of a key that came with the request;
///     empty where S3 keeps nothing
/// @param clear the key that opens the layer
public record EnvelopeLayer(KeyHolder holder, String boundTo, String bucketKey, String kept, String clear) {}
