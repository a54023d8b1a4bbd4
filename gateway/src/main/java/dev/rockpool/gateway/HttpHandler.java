package dev.rockpool.gateway;

import java.io.IOException;

/// What an endpoint does with a request: it answers the [Exchange], on a virtual thread of the request's own.
@FunctionalInterface
public interface HttpHandler {
    /// Answers `exchange`, by [Exchange#respond] or [Exchange#stream]; may block.
    ///
    /// @throws IOException if the peer went away or sent what its own head did not announce; nothing is
    ///     answered then
    /// @throws BodyTooLargeException as reading the body threw it: the gateway answers
    ///     [Refusal#BODY_TOO_LARGE]
    void handle(Exchange exchange) throws IOException;
}
