package dev.rockpool.simulators;

/// One value of one second.
///
/// @param id names the line of the plot and the column of the CSV
/// @param label for people
/// @param unit of the value
/// @param value what was measured
public record Measure(String id, String label, Unit unit, double value) {}
