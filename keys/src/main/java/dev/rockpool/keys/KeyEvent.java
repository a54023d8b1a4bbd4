package dev.rockpool.keys;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What happened to a key, for who counts and tells it.
public sealed interface KeyEvent {
    /// When.
    Instant at();

    /// Which key.
    UUID key();

    /// A key was made.
    ///
    /// @param managedBy the service whose managed key it is; empty for the owner's own
    record Created(Instant at, UUID key, Optional<String> managedBy) implements KeyEvent {}

    /// A key was used, or the service asked whether it may be: a request that is billed.
    ///
    /// @param operation the API's name of it, such as `GenerateDataKey`
    /// @param via the service that asked on somebody's behalf, if one did
    /// @param allowed whether it was done
    record Used(Instant at, UUID key, String operation, Optional<String> via, boolean allowed) implements KeyEvent {}

    /// New material.
    ///
    /// @param automatic whether it was due
    record Rotated(Instant at, UUID key, boolean automatic) implements KeyEvent {}

    /// It was enabled, disabled, scheduled for deletion, or saved from it.
    record StateChanged(Instant at, UUID key, KeyState to, Optional<Instant> deletion) implements KeyEvent {}

    /// Its material is gone.
    record Deleted(Instant at, UUID key) implements KeyEvent {}
}
