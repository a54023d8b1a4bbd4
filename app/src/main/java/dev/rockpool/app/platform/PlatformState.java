package dev.rockpool.app.platform;

import dev.rockpool.platform.Branches;
import dev.rockpool.platform.Platform;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Where the app's platform stands.
public sealed interface PlatformState {
    /// Nobody has asked for it yet.
    record Closed() implements PlatformState {}

    /// It is being opened.
    record Opening() implements PlatformState {}

    /// It is there.
    ///
    /// @param branches it, and the branches that left it
    /// @param platform it; another once a branch was kept
    /// @param addresses where each service answers, by its name in short: `s3`, `kinesis`, `kms`; empty while
    ///     endpoints are off
    record Open(Branches branches, Platform platform, Map<String, URI> addresses) implements PlatformState {
        public Open {
            addresses = Map.copyOf(addresses);
        }

        /// Where the object store answers; empty while endpoints are off.
        public Optional<URI> objects() {
            return Optional.ofNullable(addresses.get("s3"));
        }
    }

    /// It cannot be opened.
    ///
    /// @param sentence why, for a person
    record Refused(String sentence) implements PlatformState {}
}
