package dev.rockpool.objectstore;

import java.util.List;
import java.util.OptionalInt;

/// A page of parts.
///
/// @param parts by number
/// @param next after which the following page begins; empty on the last page
public record PartPage(List<StoredPart> parts, OptionalInt next) {
    public PartPage {
        parts = List.copyOf(parts);
    }
}
