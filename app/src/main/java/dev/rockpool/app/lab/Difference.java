package dev.rockpool.app.lab;

/// A parameter in which two configurations differ.
///
/// @param label of the parameter
/// @param left its value on the left
/// @param right its value on the right
record Difference(String label, String left, String right) {}
