package dev.rockpool.quiz.bank;

import dev.rockpool.quiz.Question;

/// One thing that can be asked. Immutable; any thread may ask.
public interface Item {
    /// What attempts know it by; never changes, at most 64 characters.
    String id();

    /// What it belongs to.
    Topic topic();

    /// Whether every seed asks something else, so that the same item may come twice in a round.
    boolean isGenerated();

    /// The question of a seed.
    Question ask(long seed);
}
