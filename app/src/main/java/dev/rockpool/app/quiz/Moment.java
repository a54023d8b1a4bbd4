package dev.rockpool.app.quiz;

import dev.rockpool.quiz.Question;
import java.util.List;

/// What the quiz screen shows.
sealed interface Moment {
    /// What to practise.
    record Choosing(List<Offer> offers) implements Moment {
        public Choosing {
            offers = List.copyOf(offers);
        }
    }

    /// A question.
    ///
    /// @param number in the round, from 1
    record Asked(Question question, int number) implements Moment {}

    /// A question with its answer.
    ///
    /// @param number in the round, from 1
    record Answered(Answer answer, int number) implements Moment {}

    /// The end of a round.
    record Finished(Round round) implements Moment {}
}
