package dev.rockpool.identity.signature;

import dev.rockpool.identity.signature.RequestHead.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/// Checks the signatures of a chunked body, each of which builds on the one before (S3 API reference,
/// *Signature Calculations for the Authorization Header: Transferring Payload in Multiple Chunks*, and *…
/// with trailing headers*).
///
/// Not for several threads: the chunks of one body come one after the other.
public final class ChunkVerifier {
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final SigningKey key;
    private final String prefix;
    private String previous;

    ChunkVerifier(SigningKey key, String timestamp, CredentialScope scope, String seedSignature) {
        this.key = key;
        this.prefix = "\n" + timestamp + "\n" + scope + "\n";
        this.previous = seedSignature;
    }

    /// Whether the next chunk has this signature. The last chunk, which is empty, has one as well.
    ///
    /// @param signature the value of `chunk-signature`
    /// @param sha256 the digest of the chunk's data, 32 bytes
    public boolean chunk(String signature, byte[] sha256) {
        return advance(signature, nextChunk(sha256));
    }

    /// Whether the trailer has this signature; it comes after the last chunk.
    ///
    /// @param signature the value of `x-amz-trailer-signature`
    /// @param trailer the fields in the order sent, without `x-amz-trailer-signature`
    public boolean trailer(String signature, List<Header> trailer) {
        return advance(signature, nextTrailer(trailer));
    }

    String nextChunk(byte[] sha256) {
        previous = key.sign("AWS4-HMAC-SHA256-PAYLOAD" + prefix + previous + "\n" + NOTHING + "\n"
                + HexFormat.of().formatHex(sha256));
        return previous;
    }

    String nextTrailer(List<Header> trailer) {
        StringBuilder fields = new StringBuilder();
        for (Header field : trailer) {
            fields.append(Canonical.lower(field.name()))
                    .append(':')
                    .append(Canonical.trimmed(field.value()))
                    .append('\n');
        }
        previous = key.sign(
                "AWS4-HMAC-SHA256-TRAILER" + prefix + previous + "\n" + Canonical.sha256Hex(fields.toString()));
        return previous;
    }

    private static boolean advance(String given, String right) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.US_ASCII), right.getBytes(StandardCharsets.US_ASCII));
    }
}
