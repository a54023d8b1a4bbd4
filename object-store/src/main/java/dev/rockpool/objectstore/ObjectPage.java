package dev.rockpool.objectstore;

import java.util.List;
import java.util.Optional;

/// A page of current versions.
///
/// @param objects in the order of their keys' bytes
/// @param commonPrefixes in the same order; they count into the page
/// @param next after which the following page begins: the last key or common prefix; empty on the last page
public record ObjectPage(List<StoredObject> objects, List<String> commonPrefixes, Optional<String> next) {
    public ObjectPage {
        objects = List.copyOf(objects);
        commonPrefixes = List.copyOf(commonPrefixes);
    }
}
