package dev.rockpool.identity.signature;

import dev.rockpool.identity.Caller;
import java.time.Instant;

/// What came of looking at a request's signature.
public sealed interface Verification {
    /// There is none.
    record Anonymous() implements Verification {}

    /// It is right. The body is still to be held against `payload`.
    ///
    /// @param caller who signed
    /// @param scope what the signing key is for
    /// @param presigned whether the signature stood in the query
    /// @param signedAt the time the signature carries
    /// @param payload what it says about the body
    /// @param seed checks the body's chunks, if `payload` is streaming and signed
    record Signed(
            Caller caller, CredentialScope scope, boolean presigned, Instant signedAt, Payload payload, ChunkSeed seed)
            implements Verification {}

    /// It is wrong.
    record Refused(SignatureFault fault) implements Verification {}
}
