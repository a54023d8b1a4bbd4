package dev.rockpool.quiz;

import java.math.BigDecimal;

/// A wrong number that a known mistake leads to.
///
/// @param value in the shown unit of the question
/// @param misconception the mistake
public record Trap(BigDecimal value, Misconception misconception) {}
