package dev.rockpool.gateway;

import java.time.Duration;

/// How large and how slow a request may be.
///
/// @param headBytes most bytes of request line and header fields together
/// @param bodyBytes most bytes of a body
/// @param connections most connections at a time; more wait to be accepted
/// @param streams most requests at a time on one HTTP/2 connection
/// @param idle longest silence of a peer that owes bytes, or between two requests
/// @param head longest time from the first byte of a request's head to its last
/// @param closing how long requests may go on while the gateway closes
public record GatewayLimits(
        int headBytes, long bodyBytes, int connections, int streams, Duration idle, Duration head, Duration closing) {

    /// 16 KiB of head, 5 GiB and a little of body, 1,024 connections, 128 streams; 30 s idle, 20 s for the
    /// head, 10 s to close.
    public static final GatewayLimits DEFAULT = new GatewayLimits(
            16 * 1024,
            5L * 1024 * 1024 * 1024 + 64 * 1024 * 1024,
            1024,
            128,
            Duration.ofSeconds(30),
            Duration.ofSeconds(20),
            Duration.ofSeconds(10));

    public GatewayLimits {
        if (headBytes < 1024 || bodyBytes < 0 || connections < 1 || streams < 1) {
            throw new IllegalArgumentException("headBytes " + headBytes + ", bodyBytes " + bodyBytes + ", connections "
                    + connections + ", streams " + streams + ": a bound is too small");
        }
    }
}
