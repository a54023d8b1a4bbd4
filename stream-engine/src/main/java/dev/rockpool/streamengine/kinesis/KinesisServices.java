package dev.rockpool.streamengine.kinesis;

import dev.rockpool.identity.signature.SignatureVerifier;
import dev.rockpool.keys.KeyService;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/// What the endpoint stands on.
///
/// @param streams the streams of each account
/// @param signatures who signed a request
/// @param keys what encrypts streams
/// @param clock the streams' own
/// @param region where the endpoint says that it is, such as `us-east-1`
/// @param ticks whether the streams' clock runs: while it stands, operations are not limited by the second
public record KinesisServices(
        AccountStreams streams,
        SignatureVerifier signatures,
        KeyService keys,
        InstantSource clock,
        String region,
        BooleanSupplier ticks) {}
