package dev.rockpool.identity.signature;

import java.util.Optional;
import java.util.regex.Pattern;

/// What a signature says about the body, in the words of `x-amz-content-sha256`.
public sealed interface Payload {
    /// As it stands in the header and in the canonical request.
    String word();

    /// What a value of the header says; empty if it says nothing known here.
    static Optional<Payload> parse(String word) {
        return switch (word) {
            case "UNSIGNED-PAYLOAD" -> Optional.of(new Unsigned());
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" -> Optional.of(new Streaming(true, false));
            case "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER" -> Optional.of(new Streaming(true, true));
            case "STREAMING-UNSIGNED-PAYLOAD-TRAILER" -> Optional.of(new Streaming(false, true));
            default -> Hash.PATTERN.matcher(word).matches() ? Optional.of(new Hash(word)) : Optional.empty();
        };
    }

    /// The body must have this digest.
    ///
    /// @param sha256 64 hexadecimal digits, as sent
    record Hash(String sha256) implements Payload {
        private static final Pattern PATTERN = Pattern.compile("[0-9a-fA-F]{64}");

        /// The digest of no bytes at all.
        public static final Hash OF_NOTHING =
                new Hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

        @Override
        public String word() {
            return sha256;
        }
    }

    /// The body is not covered: `UNSIGNED-PAYLOAD`, and every presigned request that names no digest.
    record Unsigned() implements Payload {
        @Override
        public String word() {
            return "UNSIGNED-PAYLOAD";
        }
    }

    /// The body comes in chunks (`aws-chunked`).
    ///
    /// @param signed whether each chunk carries a signature
    /// @param trailer whether header fields may follow the last chunk
    record Streaming(boolean signed, boolean trailer) implements Payload {
        @Override
        public String word() {
            return (signed ? "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" : "STREAMING-UNSIGNED-PAYLOAD")
                    + (trailer ? "-TRAILER" : "");
        }
    }
}
