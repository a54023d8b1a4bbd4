package dev.rockpool.simulators.access;

/// The tag of the object.
public enum ObjectTag {
    /// It has none.
    NONE,
    /// `team=blue`.
    TEAM_BLUE,
    /// `team=red`.
    TEAM_RED,
    /// `access=public`.
    ACCESS_PUBLIC
}
