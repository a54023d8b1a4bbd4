package dev.rockpool.app.quiz;

import dev.rockpool.quiz.Grade;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Question;
import java.util.Optional;

/// A question that was answered.
///
/// @param given the text of the option that was chosen, or what was typed
/// @param grade right or wrong
record Answer(Question question, String given, Grade grade) {
    boolean right() {
        return grade instanceof Grade.Right;
    }

    /// The mistake that was made, if it is a known one.
    Optional<Misconception> misconception() {
        return grade instanceof Grade.Wrong(Optional<Misconception> mistake) ? mistake : Optional.empty();
    }
}
