package dev.rockpool.identity.signature;

import dev.rockpool.identity.AccessKey;
import java.time.Duration;
import java.time.Instant;

/// Signs requests as a client would.
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString"}) // bodies follow
public final class Signer {
    private final AccessKey key;
    private final String region;
    private final String service;

    /// A signer of requests to one service.
    public Signer(AccessKey key, String region, String service) {
        this.key = key;
        this.region = region;
        this.service = service;
    }

    /// The request with the headers that sign it.
    ///
    /// @param payload what is said about the body
    public RequestHead sign(RequestHead head, Instant at, Payload payload) {
        throw new UnsupportedOperationException(key + region + service + head + at + payload);
    }

    /// The request with the query that signs it.
    ///
    /// @param expires at most seven days
    public RequestHead presign(RequestHead head, Instant at, Duration expires) {
        throw new UnsupportedOperationException(key + region + service + head + at + expires);
    }
}
