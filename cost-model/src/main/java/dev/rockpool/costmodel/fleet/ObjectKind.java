package dev.rockpool.costmodel.fleet;

import dev.rockpool.lifecycle.StorageClass;
import java.util.Map;
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
        java.util.Optional<Version> version) {
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
    public record Version(OptionalLong noncurrentDay, int newerNoncurrent) {
        /// The current version.
        public static final Version CURRENT = new Version(OptionalLong.empty(), 0);
    }
}
