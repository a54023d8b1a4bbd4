package dev.rockpool.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is done to the objects of a filter, and when.
///
/// Days and noncurrent days count as [Midnight] says. A rule comes out of [LifecycleJson] or [LifecycleXml], which hold
/// it to the service's rules; one made by hand is held to none.
///
/// @param id unique in its configuration
/// @param enabled whether it acts
/// @param filter which objects
/// @param expiration of current versions
/// @param transitions of current versions, as written
/// @param noncurrentExpiration of noncurrent versions
/// @param noncurrentTransitions of noncurrent versions, as written
/// @param abortUploadsAfterDays days after which an incomplete multipart upload goes, with its parts
public record LifecycleRule(
        String id,
        boolean enabled,
        LifecycleFilter filter,
        Optional<Expiration> expiration,
        List<Transition> transitions,
        Optional<NoncurrentExpiration> noncurrentExpiration,
        List<NoncurrentTransition> noncurrentTransitions,
        OptionalInt abortUploadsAfterDays) {
    public LifecycleRule {
        transitions = List.copyOf(transitions);
        noncurrentTransitions = List.copyOf(noncurrentTransitions);
    }

    /// An enabled rule that does nothing yet.
    public static LifecycleRule of(String id, LifecycleFilter filter) {
        return new LifecycleRule(
                id, true, filter, Optional.empty(), List.of(), Optional.empty(), List.of(), OptionalInt.empty());
    }

    /// What becomes of current versions.
    public sealed interface Expiration {
        /// Deleted, or put under a delete marker, as the bucket's versioning has it.
        record Of(When when) implements Expiration {}

        /// Nothing, but a delete marker that is alone goes.
        ///
        /// @param remove false does nothing
        record OfLoneMarkers(boolean remove) implements Expiration {}
    }

    /// A move of current versions.
    public record Transition(When when, StorageClass to) {}

    /// A move of noncurrent versions.
    ///
    /// @param days since the successor was created
    /// @param newer how many newer noncurrent versions there must be; they stay where they are
    public record NoncurrentTransition(int days, OptionalInt newer, StorageClass to) {}

    /// The permanent deletion of noncurrent versions.
    ///
    /// @param days since the successor was created
    /// @param newer how many newer noncurrent versions there must be; they are kept
    public record NoncurrentExpiration(int days, OptionalInt newer) {}

    /// This rule with an expiration of current versions.
    public LifecycleRule expiring(When when) {
        return new LifecycleRule(
                id,
                enabled,
                filter,
                Optional.of(new Expiration.Of(when)),
                transitions,
                noncurrentExpiration,
                noncurrentTransitions,
                abortUploadsAfterDays);
    }

    /// This rule with one more transition of current versions.
    public LifecycleRule moving(int afterDays, StorageClass to) {
        List<Transition> more = new java.util.ArrayList<>(transitions);
        more.add(new Transition(new When.AfterDays(afterDays), to));
        return new LifecycleRule(
                id,
                enabled,
                filter,
                expiration,
                more,
                noncurrentExpiration,
                noncurrentTransitions,
                abortUploadsAfterDays);
    }
}
