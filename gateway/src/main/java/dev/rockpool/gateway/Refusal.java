package dev.rockpool.gateway;

/// Why the gateway itself refuses a request, before or instead of the handler; each endpoint words it in
/// its own protocol ([RefusalWriter]).
public enum Refusal {
    /// The bytes are no HTTP request, or one that two readers could understand differently (RFC 9112,
    /// section 11.2).
    MALFORMED(400),
    /// The request target has bytes or escapes that no URI has.
    MALFORMED_TARGET(400),
    /// The `Host` is no name of this machine: a web page may have rebound a name of its own to it.
    FOREIGN_HOST(403),
    /// The head of the request did not arrive in time.
    TIMEOUT(408),
    /// The body is larger than the gateway or the operation takes.
    BODY_TOO_LARGE(413),
    /// The request target is longer than the gateway takes.
    TARGET_TOO_LONG(414),
    /// The header fields are larger than the gateway takes.
    HEADERS_TOO_LARGE(431),
    /// A handler failed; the failure was reported to [FailureListener].
    FAILURE(500),
    /// The HTTP version is none that the gateway speaks.
    VERSION(505),
    /// The gateway is being closed.
    CLOSING(503);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /// The HTTP status that goes with it.
    public int status() {
        return status;
    }

    static Refusal ofStatus(int status) {
        return switch (status) {
            case 403 -> FOREIGN_HOST;
            case 408 -> TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> TARGET_TOO_LONG;
            case 431 -> HEADERS_TOO_LARGE;
            case 500 -> FAILURE;
            case 503 -> CLOSING;
            case 505 -> VERSION;
            default -> MALFORMED;
        };
    }
}
