package dev.rockpool.costmodel.fleet;

import dev.rockpool.lifecycle.StorageClass;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What decides the lives of objects, besides the day on which they were created.
///
/// @param key of one of them; rules look at its prefix
/// @param tags that they carry
/// @param bytes a size of theirs; no rule distinguishes it from the others'
/// @param storageClass that they are in at first
/// @param reads how often they are read
/// @param deletedAfterDays the age at which their owner deletes them
/// @param accessedDay in Intelligent-Tiering, the day (since 1970) of the last access, if that is known and later than
///     the creation
/// @param version what is known of them as versions; empty in a bucket without versions
public record ObjectKind(
        String key,
        Map<String, String> tags,
        long bytes,
        StorageClass storageClass,
        ReadPattern reads,
        OptionalInt deletedAfterDays,
        OptionalLong accessedDay,
        Optional<Version> version) {
    public ObjectKind {
        tags = Map.copyOf(tags);
    }

    /// This kind read otherwise.
    ObjectKind reading(ReadPattern other) {
        return new ObjectKind(key, tags, bytes, storageClass, other, deletedAfterDays, accessedDay, version);
    }

    /// A place among the versions of a key.
    ///
    /// @param noncurrentDay the day (since 1970) on which its successor was created; empty for a current version
    /// @param newerNoncurrent how many newer noncurrent versions there are
    /// @param succession of a current version, what makes it noncurrent
    public record Version(OptionalLong noncurrentDay, int newerNoncurrent, Optional<Succession> succession) {
        /// The current version, which stays it.
        public static final Version CURRENT = new Version(OptionalLong.empty(), 0);

        /// A version of which no succession is known.
        public Version(OptionalLong noncurrentDay, int newerNoncurrent) {
            this(noncurrentDay, newerNoncurrent, Optional.empty());
        }

        /// A current version that something comes upon.
        static Version succeeded(Succession succession) {
            return new Version(OptionalLong.empty(), 0, Optional.of(succession));
        }
    }

    /// What comes upon a version.
    ///
    /// @param afterDays the age at which it does; newer versions come again as often
    /// @param byMarker whether it is the owner's delete, which leaves a marker, and not a newer version
    public record Succession(int afterDays, boolean byMarker) {}
}
