package dev.rockpool.gateway;

import dev.rockpool.identity.Caller;
import dev.rockpool.identity.signature.RequestHead;
import dev.rockpool.identity.signature.SignatureFault;
import dev.rockpool.identity.signature.SignatureVerifier;
import dev.rockpool.identity.signature.Verification;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Verifies requests whose signature covers a whole, small body, as all services but the object store have them: the
/// digest in the canonical request is that of the body, whether or not a header says it (AWS general reference,
/// *Create a signed request*).
public final class SignedBody {
    private static final String DIGEST = "x-amz-content-sha256";

    private final SignatureVerifier verifier;
    private final String service;

    /// @param service the service that signatures must be for, such as `kms`
    public SignedBody(SignatureVerifier verifier, String service) {
        this.verifier = verifier;
        this.service = service;
    }

    /// Who signed a request.
    public sealed interface Signer {}

    /// Somebody.
    public record By(Caller caller) implements Signer {}

    /// Nobody.
    public record Unsigned() implements Signer {}

    /// Somebody who could not, or with another body.
    public record Refused(SignatureFault fault) implements Signer {}

    /// Who signed the request with this body.
    public Signer verify(Exchange exchange, byte[] body) {
        RequestHead head = exchange.head();
        List<RequestHead.Header> headers = new ArrayList<>(head.headers());
        headers.removeIf(header -> header.name().equalsIgnoreCase(DIGEST));
        headers.add(new RequestHead.Header(DIGEST, sha256(body)));
        RequestHead seen = new RequestHead(head.method(), head.rawPath(), head.rawQuery(), headers);
        return switch (verifier.verify(seen, service)) {
            case Verification.Anonymous _ -> new Unsigned();
            case Verification.Signed signed -> new By(signed.caller());
            case Verification.Refused(SignatureFault fault) -> new Refused(fault);
        };
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("SHA-256 is part of every JDK", failure);
        }
    }
}
