package dev.rockpool.gateway;

import java.util.List;

/// Words a refusal of the gateway in an endpoint's own protocol, such as XML or JSON.
@FunctionalInterface
public interface RefusalWriter {
    /// The answer's header fields (always with `Content-Type` if there is a body) and body.
    ///
    /// @param requestId the request's id, as [Exchange#requestId] gives it
    Words words(Refusal refusal, String requestId);

    /// What is answered: `headers` are names and values in turn.
    record Words(List<String> headers, String body) {}

    /// The refusal's name as plain text.
    static RefusalWriter plain() {
        return (refusal, requestId) ->
                new Words(List.of("Content-Type", "text/plain;charset=utf-8"), refusal.name() + "\n");
    }
}
