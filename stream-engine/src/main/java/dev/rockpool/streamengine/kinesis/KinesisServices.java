package dev.rockpool.streamengine.kinesis;

import dev.rockpool.identity.signature.SignatureVerifier;
import dev.rockpool.keys.KeyService;

/// What the endpoint stands on.
///
/// @param streams the streams of each account
/// @param signatures who signed a request
/// @param keys what encrypts streams
/// @param region where the endpoint says that it is, such as `us-east-1`
public record KinesisServices(AccountStreams streams, SignatureVerifier signatures, KeyService keys, String region) {}
