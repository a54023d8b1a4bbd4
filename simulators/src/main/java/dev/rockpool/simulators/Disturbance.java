package dev.rockpool.simulators;

/// Something that can be broken with one click, and set right with another.
///
/// @param id names it in its run
/// @param label what a click does now
/// @param broken whether it is broken now
public record Disturbance(String id, String label, boolean broken) {}
