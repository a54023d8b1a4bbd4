package dev.rockpool.simulators.access;

/// The value of the tag `team` of a principal.
public enum Team {
    /// It has no such tag.
    NONE,
    /// `blue`.
    BLUE,
    /// `red`.
    RED
}
