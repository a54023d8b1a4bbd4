package dev.rockpool.identity.signature;

/// What a signature says about the body.
public sealed interface Payload {
    /// The body must have this digest.
    ///
    /// @param sha256 64 lower-case hexadecimal digits
    record Hash(String sha256) implements Payload {}

    /// The body is not covered: `UNSIGNED-PAYLOAD`, and every presigned request that names no digest.
    record Unsigned() implements Payload {}

    /// The body comes in chunks (`aws-chunked`).
    ///
    /// @param signed whether each chunk carries a signature
    /// @param trailer whether header fields may follow the last chunk
    record Streaming(boolean signed, boolean trailer) implements Payload {}
}
