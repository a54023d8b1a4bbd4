package dev.rockpool.objectstore;

import dev.rockpool.objectstore.volume.Place;

/// Where the sealed bytes of an object lie.
sealed interface Body {
    /// A delete marker has none, nor has an empty object.
    record None() implements Body {}

    /// In a volume.
    ///
    /// @param bytes sealed
    record InVolume(Place place, int bytes) implements Body {}

    /// In a file of its own.
    record InFile(long id, long bytes) implements Body {}

    /// In the files of its parts, which are listed under the version's number.
    record InParts(long bytes) implements Body {}
}
