package dev.rockpool.lifecycle;

import java.time.Instant;
import java.util.Map;

/// A version of an object, or a delete marker, as far as lifecycle looks at it.
///
/// @param id the version id; [#NULL_ID] for what was written while the bucket kept no versions
/// @param bytes the size; 0 for a delete marker
/// @param created when it was written, its last modification
/// @param storageClass where it is now
/// @param tags none for a delete marker
/// @param isDeleteMarker whether it only says that the object is deleted
public record ObjectVersion(
        String id,
        long bytes,
        Instant created,
        StorageClass storageClass,
        Map<String, String> tags,
        boolean isDeleteMarker) {
    /// The id of a version in a bucket that keeps none.
    public static final String NULL_ID = "null";

    public ObjectVersion {
        tags = Map.copyOf(tags);
        if (bytes < 0) {
            throw new IllegalArgumentException("An object has 0 bytes or more, not " + bytes + ".");
        }
    }

    /// The only version of an object without tags.
    public static ObjectVersion of(long bytes, Instant created, StorageClass storageClass) {
        return new ObjectVersion(NULL_ID, bytes, created, storageClass, Map.of(), false);
    }

    /// A delete marker.
    public static ObjectVersion deleteMarker(String id, Instant created) {
        return new ObjectVersion(id, 0, created, StorageClass.STANDARD, Map.of(), true);
    }

    ObjectVersion in(StorageClass other) {
        return new ObjectVersion(id, bytes, created, other, tags, isDeleteMarker);
    }
}
