package dev.rockpool.app.platform;

import dev.rockpool.platform.Platform;
import java.net.URI;
import java.util.Optional;

/// Where the app's platform stands.
public sealed interface PlatformState {
    /// Nobody has asked for it yet.
    record Closed() implements PlatformState {}

    /// It is being opened.
    record Opening() implements PlatformState {}

    /// It is there.
    ///
    /// @param objects where the object store answers; empty while endpoints are off
    record Open(Platform platform, Optional<URI> objects) implements PlatformState {}

    /// It cannot be opened.
    ///
    /// @param sentence why, for a person
    record Refused(String sentence) implements PlatformState {}
}
