package dev.rockpool.identity.signature;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.signature.RequestHead.Header;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Signs requests as a client would: for snippets that can be pasted, for tests, for load generators.
public final class Signer {
    /// What may change on the way, so that no client signs it.
    private static final Set<String> UNSIGNED =
            Set.of("authorization", "user-agent", "connection", "expect", "transfer-encoding", "x-amzn-trace-id");

    private final AccessKey key;
    private final String region;
    private final String service;

    /// A signer of requests to one service.
    ///
    /// @param service such as `s3`
    public Signer(AccessKey key, String region, String service) {
        this.key = key;
        this.region = region;
        this.service = service;
    }

    /// The request with the headers that sign it.
    ///
    /// @param head must have a `Host`
    /// @param payload what is said about the body; a digest for every service but the object store
    public RequestHead sign(RequestHead head, Instant at, Payload payload) {
        String timestamp = Timestamp.of(at);
        List<Header> headers = new ArrayList<>(head.headers());
        headers.add(new Header("X-Amz-Date", timestamp));
        if (isObjectStore()) {
            headers.add(new Header("X-Amz-Content-Sha256", payload.word()));
        }
        key.session().ifPresent(session -> headers.add(new Header("X-Amz-Security-Token", session.token())));
        RequestHead dated = new RequestHead(head.method(), head.rawPath(), head.rawQuery(), headers);
        List<String> signed = signedHeaders(headers);
        CredentialScope scope = scope(timestamp);
        String signature =
                signature(timestamp, scope, Canonical.request(dated, isObjectStore(), signed, "\0", payload.word()));
        headers.add(new Header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=" + key.id() + "/" + scope + ", SignedHeaders=" + String.join(";", signed)
                        + ", Signature=" + signature));
        return new RequestHead(head.method(), head.rawPath(), head.rawQuery(), headers);
    }

    /// The request with the query that signs it; the body stays unsigned.
    ///
    /// @param head must have a `Host`; what else it has must be sent with the request
    /// @param expires how long it holds, at most seven days
    public RequestHead presign(RequestHead head, Instant at, Duration expires) {
        if (expires.isNegative() || expires.compareTo(SignatureVerifier.LONGEST_PRESIGNED) > 0) {
            throw new IllegalArgumentException("a presigned request holds 0 to 604800 s, not " + expires.toSeconds());
        }
        String timestamp = Timestamp.of(at);
        CredentialScope scope = scope(timestamp);
        List<String> signed = signedHeaders(head.headers());
        StringBuilder query = new StringBuilder(head.rawQuery());
        parameter(query, "X-Amz-Algorithm", "AWS4-HMAC-SHA256");
        parameter(query, "X-Amz-Credential", key.id() + "/" + scope);
        parameter(query, "X-Amz-Date", timestamp);
        parameter(query, "X-Amz-Expires", Long.toString(expires.toSeconds()));
        parameter(query, "X-Amz-SignedHeaders", String.join(";", signed));
        key.session().ifPresent(session -> parameter(query, "X-Amz-Security-Token", session.token()));
        RequestHead unsigned = new RequestHead(head.method(), head.rawPath(), query.toString(), head.headers());
        String word = isObjectStore() ? new Payload.Unsigned().word() : Payload.Hash.OF_NOTHING.word();
        String signature = signature(
                timestamp, scope, Canonical.request(unsigned, isObjectStore(), signed, "X-Amz-Signature", word));
        parameter(query, "X-Amz-Signature", signature);
        return new RequestHead(head.method(), head.rawPath(), query.toString(), head.headers());
    }

    /// The signer of the chunks of a request that [#sign] gave, for a streaming payload.
    public ChunkSigner chunks(RequestHead signed) {
        String authorization = signed.header("Authorization").orElseThrow();
        String timestamp = signed.header("X-Amz-Date").orElseThrow();
        CredentialScope scope = scope(timestamp);
        String seed = authorization.substring(authorization.lastIndexOf("Signature=") + "Signature=".length());
        return new ChunkSigner(new ChunkVerifier(SigningKey.derive(key.secret(), scope), timestamp, scope, seed));
    }

    /// The signature of the base64 text of a POST policy ([PostPolicy]).
    ///
    /// @param timestamp the form's `x-amz-date`
    public String signPolicy(String encodedPolicy, String timestamp) {
        return SigningKey.derive(key.secret(), scope(timestamp)).sign(encodedPolicy);
    }

    private boolean isObjectStore() {
        return service.equals("s3");
    }

    private CredentialScope scope(String timestamp) {
        return new CredentialScope(timestamp.substring(0, 8), region, service);
    }

    private String signature(String timestamp, CredentialScope scope, String canonicalRequest) {
        return SigningKey.derive(key.secret(), scope).sign(Canonical.stringToSign(timestamp, scope, canonicalRequest));
    }

    private static List<String> signedHeaders(List<Header> headers) {
        TreeSet<String> names = new TreeSet<>();
        for (Header header : headers) {
            Optional.of(Canonical.lower(header.name()))
                    .filter(name -> !UNSIGNED.contains(name))
                    .ifPresent(names::add);
        }
        return List.copyOf(names);
    }

    private static void parameter(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&").append(name).append('=').append(Canonical.encoded(value, false));
    }
}
