package dev.rockpool.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that lifecycle does, at a midnight UTC.
///
/// @param day the midnight ([Midnight])
/// @param key of the object
/// @param versionId the version acted on: of a delete marker, the version that it covers; of an upload, its id
/// @param from the class of the version before; empty for delete markers and uploads
/// @param to the class of a transition; empty otherwise
/// @param rule the id of the rule that asks for it
/// @param marker the id of the delete marker that is added; empty otherwise
/// @param overruled what was due for the same version at the same midnight and gives way
public record LifecycleEvent(
        long day,
        String key,
        String versionId,
        LifecycleAction action,
        Optional<StorageClass> from,
        Optional<StorageClass> to,
        String rule,
        Optional<String> marker,
        List<Overruled> overruled) {
    public LifecycleEvent {
        overruled = List.copyOf(overruled);
    }

    /// An action that gives way to another.
    ///
    /// @param rule that asked for it
    /// @param to of a transition
    public record Overruled(LifecycleAction action, Optional<StorageClass> to, String rule) {}

    /// The midnight.
    public Instant at() {
        return Midnight.at(day);
    }
}
