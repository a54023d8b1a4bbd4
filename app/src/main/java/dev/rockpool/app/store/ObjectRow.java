package dev.rockpool.app.store;

import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.StoredObject;
import java.time.Instant;

/// A line of the list of objects.
///
/// @param key the whole key, or of a folder the whole prefix
/// @param name what of the key comes after the prefix that is shown
/// @param bytes 0 unless it is an object
/// @param outOfReach whether it must be restored before it can be read
record ObjectRow(
        Kind kind,
        String key,
        String name,
        long bytes,
        StorageClass storageClass,
        Instant modified,
        boolean outOfReach) {
    /// What a line stands for.
    enum Kind {
        /// Keys that have a prefix in common up to the next slash.
        FOLDER,
        OBJECT,
        /// A key whose current version is a delete marker.
        DELETED,
        /// Not read yet.
        PENDING
    }

    /// A line that is being read.
    static final ObjectRow PENDING =
            new ObjectRow(Kind.PENDING, "", "", 0, StorageClass.STANDARD, Instant.EPOCH, false);

    static ObjectRow folder(String prefix, String shown) {
        return new ObjectRow(
                Kind.FOLDER, prefix, prefix.substring(shown.length()), 0, StorageClass.STANDARD, Instant.EPOCH, false);
    }

    static ObjectRow of(StoredObject object, String shown) {
        return new ObjectRow(
                object.isDeleteMarker() ? Kind.DELETED : Kind.OBJECT,
                object.key(),
                object.key().substring(shown.length()),
                object.bytes(),
                object.storageClass(),
                object.lastModified(),
                !object.isDeleteMarker() && object.isOutOfReach());
    }
}
