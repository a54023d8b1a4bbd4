package dev.rockpool.quiz.bank;

import dev.rockpool.quiz.Question;
import java.util.Optional;

/// One thing that can be asked. Immutable; any thread may ask.
public interface Item {
    /// What attempts know it by; never changes, at most 64 characters.
    String id();

    /// What it belongs to.
    Topic topic();

    /// Whether every seed asks something else, so that the same item may come twice in a round.
    boolean isGenerated();

    /// Whether it is answered in a lab, which no exam and no paper has.
    default boolean isInLab() {
        return false;
    }

    /// The card whose very answer it asks for; empty where it asks for something else.
    default Optional<String> card() {
        return Optional.empty();
    }

    /// The question of a seed.
    ///
    /// @throws dev.rockpool.kernel.InputException if there is none at the prices in force
    Question ask(long seed);

    /// The question of a seed; empty where the prices in force leave what a model computes no fair question.
    default Optional<Question> find(long seed) {
        return Optional.of(ask(seed));
    }
}
