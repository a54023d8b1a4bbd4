package dev.rockpool.keys;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What can be told about a key.
///
/// @param id its id
/// @param account the twelve digits of its owner
/// @param arn its ARN
/// @param description the owner's words
/// @param created when it was made
/// @param state what it can be used for
/// @param deletion when its material goes, while it waits for that
/// @param managedBy the service whose managed key it is, such as `s3`; empty for the owner's own
/// @param rotation how it rotates by itself, if it does
/// @param rotations how often it got new material
/// @param tags the owner's tags
public record KeyDescription(
        UUID id,
        String account,
        String arn,
        String description,
        Instant created,
        KeyState state,
        Optional<Instant> deletion,
        Optional<String> managedBy,
        Optional<KeyRotation> rotation,
        int rotations,
        Map<String, String> tags) {
    public KeyDescription {
        tags = Map.copyOf(tags);
    }
}
