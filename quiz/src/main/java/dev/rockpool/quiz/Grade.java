package dev.rockpool.quiz;

import java.util.Optional;

/// What an answer is worth.
public sealed interface Grade {
    /// It is right.
    record Right() implements Grade {}

    /// It is wrong.
    ///
    /// @param misconception the mistake that leads to it, if it is one of those that are known
    record Wrong(Optional<Misconception> misconception) implements Grade {}

    /// It is no answer, so nothing is graded.
    ///
    /// @param expected what is, in one sentence
    record Unreadable(String expected) implements Grade {}
}
