package dev.rockpool.identity;

import java.time.Instant;
import java.util.Optional;

/// A key pair that signs requests, and whose it is.
///
/// @param id such as `AKIA…` (long-term) or `ASIA…` (of a session)
/// @param secret what signatures are made with
/// @param caller who a request signed with it is from
/// @param session of temporary credentials: their token and end
public record AccessKey(String id, String secret, Caller caller, Optional<Session> session) {
    /// The token that requests with temporary credentials must carry, and how long they may.
    public record Session(String token, Instant expires) {}

    /// Without the secret, so that it reaches no log.
    @Override
    public String toString() {
        return "AccessKey[" + id + ", " + caller.arn() + "]";
    }
}
