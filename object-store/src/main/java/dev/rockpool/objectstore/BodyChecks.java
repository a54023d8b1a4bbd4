package dev.rockpool.objectstore;

import java.util.Optional;
import java.util.function.Supplier;

/// What a client says of the bytes that it sends; held against them before anything is visible.
///
/// @param contentMd5 Base64 of the header `Content-MD5`
/// @param algorithm the checksum that is computed; empty for the service's default
/// @param expected the value in Base64, asked for once the body has been read to its end, since a trailer brings it
///     then; empty if none was sent
public record BodyChecks(
        Optional<String> contentMd5, Optional<ChecksumAlgorithm> algorithm, Supplier<Optional<String>> expected) {
    /// Nothing said.
    public static final BodyChecks NONE = new BodyChecks(Optional.empty(), Optional.empty(), Optional::empty);

    /// A checksum that is known before the body.
    public static BodyChecks of(ChecksumAlgorithm algorithm, String value) {
        return new BodyChecks(Optional.empty(), Optional.of(algorithm), () -> Optional.of(value));
    }
}
