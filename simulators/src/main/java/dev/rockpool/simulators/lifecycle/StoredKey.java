package dev.rockpool.simulators.lifecycle;

import dev.rockpool.lifecycle.ObjectVersion;
import java.util.List;

/// A key of the bucket with its versions; or many keys that are alike.
///
/// @param key its name; of many, that of one
/// @param count how many there are, 1 or more
/// @param versions oldest first, the last is current
public record StoredKey(String key, long count, List<ObjectVersion> versions) {
    public StoredKey {
        versions = List.copyOf(versions);
        if (versions.isEmpty() || count < 1) {
            throw new IllegalArgumentException("A key has a version, and there is one of it or more: " + key);
        }
    }
}
