package dev.rockpool.objectstore;

import java.util.List;
import java.util.Optional;

/// A page of versions and delete markers.
///
/// @param versions in the order of their keys' bytes, the newest of a key first
/// @param nextKey of the last entry; empty on the last page
/// @param nextVersionId of the last entry; empty if that is a common prefix
public record VersionPage(
        List<StoredObject> versions,
        List<String> commonPrefixes,
        Optional<String> nextKey,
        Optional<String> nextVersionId) {
    public VersionPage {
        versions = List.copyOf(versions);
        commonPrefixes = List.copyOf(commonPrefixes);
    }
}
