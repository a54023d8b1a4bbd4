package dev.rockpool.quiz;

import java.math.BigDecimal;
import java.util.Optional;

/// One answer to choose.
///
/// @param text as it is printed, inline Markdown; a number with its unit
/// @param value the number that it stands for, in the stored unit of the template; empty where it is words
/// @param misconception the mistake that leads to it; empty for a right one
/// @param why why it is right or wrong, inline Markdown; empty where the solution says it
public record Option(String text, Optional<BigDecimal> value, Optional<Misconception> misconception, String why) {
    /// A right answer.
    public static Option right(String text, String why) {
        return new Option(text, Optional.empty(), Optional.empty(), why);
    }

    /// A wrong answer.
    public static Option wrong(String text, Misconception misconception) {
        return new Option(text, Optional.empty(), Optional.of(misconception), misconception.sentence());
    }

    /// Whether it is a right one.
    public boolean correct() {
        return misconception.isEmpty();
    }
}
