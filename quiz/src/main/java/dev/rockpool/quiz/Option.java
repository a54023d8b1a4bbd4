package dev.rockpool.quiz;

import java.math.BigDecimal;
import java.util.Optional;

/// One answer to choose.
///
/// @param text as it is printed, with its unit
/// @param value in the stored unit of the template
/// @param misconception the mistake that leads to it; empty for the right one
public record Option(String text, BigDecimal value, Optional<Misconception> misconception) {
    /// Whether it is the right one.
    public boolean correct() {
        return misconception.isEmpty();
    }
}
