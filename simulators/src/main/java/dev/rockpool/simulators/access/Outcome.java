package dev.rockpool.simulators.access;

/// What comes of a request.
public enum Outcome {
    /// The service does what was asked.
    ALLOWED,
    /// The service, or an endpoint on the way, refuses: 403.
    DENIED,
    /// No way leads there; the request times out.
    UNREACHABLE
}
