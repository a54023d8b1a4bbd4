package dev.rockpool.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

/// A key with its material, as it is kept.
///
/// @param policy its key policy
/// @param materials all of its material, oldest first; the last wraps
record StoredKey(
        UUID id,
        String account,
        String region,
        String description,
        Instant created,
        KeyState state,
        Optional<Instant> deletion,
        Optional<String> managedBy,
        KeyPolicy policy,
        Optional<KeyRotation> rotation,
        Map<String, String> tags,
        List<Material> materials) {
    StoredKey {
        tags = Map.copyOf(tags);
        materials = List.copyOf(materials);
    }

    /// One piece of material.
    ///
    /// @param secret 256 bits
    /// @param since when it began to wrap
    /// @param automatic whether it came because it was due; the first did not
    record Material(SecretKey secret, Instant since, boolean automatic) {}

    String arn() {
        return "arn:aws:kms:" + region + ":" + account + ":key/" + id;
    }

    KeyDescription described() {
        return new KeyDescription(
                id,
                account,
                arn(),
                description,
                created,
                state,
                deletion,
                managedBy,
                rotation,
                materials.size() - 1,
                tags);
    }

    StoredKey with(KeyState other, Optional<Instant> otherDeletion) {
        return new StoredKey(
                id,
                account,
                region,
                description,
                created,
                other,
                otherDeletion,
                managedBy,
                policy,
                rotation,
                tags,
                materials);
    }

    StoredKey withDescription(String other) {
        return new StoredKey(
                id, account, region, other, created, state, deletion, managedBy, policy, rotation, tags, materials);
    }

    StoredKey withPolicy(KeyPolicy other) {
        return new StoredKey(
                id,
                account,
                region,
                description,
                created,
                state,
                deletion,
                managedBy,
                other,
                rotation,
                tags,
                materials);
    }

    StoredKey withRotation(Optional<KeyRotation> other) {
        return new StoredKey(
                id, account, region, description, created, state, deletion, managedBy, policy, other, tags, materials);
    }

    StoredKey withTags(Map<String, String> other) {
        return new StoredKey(
                id,
                account,
                region,
                description,
                created,
                state,
                deletion,
                managedBy,
                policy,
                rotation,
                other,
                materials);
    }

    StoredKey rotated(Material added) {
        List<Material> all = new ArrayList<>(materials);
        all.add(added);
        return new StoredKey(
                id, account, region, description, created, state, deletion, managedBy, policy, rotation, tags, all);
    }
}
