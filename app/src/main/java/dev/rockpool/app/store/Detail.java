package dev.rockpool.app.store;

import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.objectstore.access.Reach;
import java.util.List;

/// All that is shown of the chosen object.
///
/// @param object its current version, or the delete marker over it
/// @param versions newest first
/// @param preview of the current version
/// @param readers who may read it, and why
/// @param future what the bucket's rules will do to it
record Detail(
        StoredObject object,
        List<StoredObject> versions,
        Preview preview,
        List<Reach> readers,
        List<FutureEvent> future) {
    Detail {
        versions = List.copyOf(versions);
        readers = List.copyOf(readers);
        future = List.copyOf(future);
    }

    Detail with(Preview other) {
        return new Detail(object, versions, other, readers, future);
    }
}
