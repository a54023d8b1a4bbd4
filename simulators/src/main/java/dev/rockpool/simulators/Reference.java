package dev.rockpool.simulators;

import java.util.Optional;

/// Where an expected number comes from.
///
/// @param text what to read, with the number it states
/// @param address a web address, if it has one
/// @param kind how far it can be trusted
/// @param readOn `2026-10`, or empty
public record Reference(String text, Optional<String> address, Kind kind, String readOn) {
    /// How far a reference can be trusted.
    public enum Kind {
        /// The vendor, a standard, a paper.
        PRIMARY,
        /// Somebody about it.
        SECONDARY,
        /// Follows from the limits by arithmetic that the lab shows.
        CLOSED_FORM
    }
}
