package dev.rockpool.study.items;

/// An exercise and where it belongs.
///
/// @param deck name of its deck, levels separated by `::`; empty where the file names none
/// @param line of the file on which it begins, from 1
public record Filed(String deck, Exercise exercise, int line) {}
