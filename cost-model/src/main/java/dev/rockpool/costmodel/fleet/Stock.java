package dev.rockpool.costmodel.fleet;

import dev.rockpool.lifecycle.StorageClass;
import java.util.Map;

/// What lies in each class at one moment; classes without objects are left out.
///
/// @param objects how many
/// @param bytes of them, without floors and overheads
public record Stock(Map<StorageClass, Long> objects, Map<StorageClass, Long> bytes) {
    public Stock {
        objects = Map.copyOf(objects);
        bytes = Map.copyOf(bytes);
    }

    public long objectsIn(StorageClass storageClass) {
        return objects.getOrDefault(storageClass, 0L);
    }

    public long bytesIn(StorageClass storageClass) {
        return bytes.getOrDefault(storageClass, 0L);
    }
}
