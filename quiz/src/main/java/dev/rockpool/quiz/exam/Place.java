package dev.rockpool.quiz.exam;

/// One question of an exam.
///
/// @param item the id of what asks
/// @param seed of the question
public record Place(String item, long seed) {}
