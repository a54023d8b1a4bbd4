package dev.rockpool.app.quiz;

import dev.rockpool.quiz.Attempt;
import dev.rockpool.quiz.Grade;
import dev.rockpool.quiz.Grader;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import java.time.Instant;
import java.util.Optional;

/// A question that was answered.
///
/// @param grade right or wrong
record Answer(Question question, Response response, Grade grade) {
    /// An answer, graded.
    static Answer of(Question question, Response response) {
        return new Answer(question, response, Grader.grade(question.form(), response));
    }

    /// What was chosen, typed or made, as people read it.
    String given() {
        return response.words(question.form());
    }

    boolean right() {
        return grade instanceof Grade.Right;
    }

    /// The mistake that was made, if it is a known one.
    Optional<Misconception> misconception() {
        return grade instanceof Grade.Wrong(Optional<Misconception> mistake) ? mistake : Optional.empty();
    }

    /// What is kept of it.
    Attempt attempt(Instant at) {
        return new Attempt(
                question.item(),
                question.seed(),
                given(),
                right(),
                misconception().map(Misconception::id),
                at);
    }
}
