package dev.rockpool.gateway;

import java.util.Optional;

/// How a [Gateway] is opened.
///
/// @param port the loopback port, 0 for any free one
/// @param control answers everything below `/_rockpool/` that is asked by a plain name of this machine;
///     without it such paths go where all others go
/// @param refusals words what the gateway refuses
/// @param failures hears of handlers that failed
/// @param tls makes the port speak HTTPS
/// @param requestIdSeed where the request ids start; ids of one seed never repeat
public record GatewayOptions(
        int port,
        GatewayLimits limits,
        Optional<HttpHandler> control,
        RefusalWriter refusals,
        FailureListener failures,
        Optional<Tls> tls,
        long requestIdSeed) {

    public GatewayOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port + " is not from 0 to 65535");
        }
    }

    /// A gateway on `port` with the default limits and refusals in plain text, and no control routes.
    public static GatewayOptions onPort(int port) {
        return new GatewayOptions(
                port,
                GatewayLimits.DEFAULT,
                Optional.empty(),
                RefusalWriter.plain(),
                (requestId, method, path, failure) -> {},
                Optional.empty(),
                0);
    }

    /// The same with other limits.
    public GatewayOptions withLimits(GatewayLimits other) {
        return new GatewayOptions(port, other, control, refusals, failures, tls, requestIdSeed);
    }

    /// The same with a handler for `/_rockpool/`.
    public GatewayOptions withControl(HttpHandler handler) {
        return new GatewayOptions(port, limits, Optional.of(handler), refusals, failures, tls, requestIdSeed);
    }

    /// The same with refusals worded by `writer`.
    public GatewayOptions withRefusals(RefusalWriter writer) {
        return new GatewayOptions(port, limits, control, writer, failures, tls, requestIdSeed);
    }

    /// The same with failures told to `listener`.
    public GatewayOptions withFailures(FailureListener listener) {
        return new GatewayOptions(port, limits, control, refusals, listener, tls, requestIdSeed);
    }

    /// The same over TLS.
    public GatewayOptions withTls(Tls store) {
        return new GatewayOptions(port, limits, control, refusals, failures, Optional.of(store), requestIdSeed);
    }

    /// The same with request ids from another seed.
    public GatewayOptions withRequestIdSeed(long seed) {
        return new GatewayOptions(port, limits, control, refusals, failures, tls, seed);
    }
}
