package dev.rockpool.gateway;

import java.io.IOException;

/// A request's body goes on beyond what the gateway or the operation takes.
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    private final long mostBytes;

    BodyTooLargeException(long mostBytes) {
        super("the body is larger than " + mostBytes + " bytes");
        this.mostBytes = mostBytes;
    }

    /// The bound, in bytes.
    public long mostBytes() {
        return mostBytes;
    }
}
