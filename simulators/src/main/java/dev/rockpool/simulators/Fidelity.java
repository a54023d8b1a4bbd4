package dev.rockpool.simulators;

/// How true one part of a lab is.
///
/// @param level how true
/// @param what which part
/// @param why the ground for it, or what is simplified
public record Fidelity(Level level, String what, String why) {
    /// How true a part of a lab is.
    public enum Level {
        /// Follows the documented rule, to the digit.
        EXACT,
        /// A documented rule with a number of ours, or a number that was measured.
        CALIBRATED,
        /// Shows the idea; its numbers mean nothing.
        ILLUSTRATIVE
    }
}
