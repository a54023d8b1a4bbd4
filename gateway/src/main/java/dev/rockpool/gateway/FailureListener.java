package dev.rockpool.gateway;

/// Hears of handlers that failed where they should have answered.
@FunctionalInterface
public interface FailureListener {
    /// A handler failed at this request.
    ///
    /// @param requestId the id that the client was told
    void failed(String requestId, String method, String path, Throwable failure);
}
