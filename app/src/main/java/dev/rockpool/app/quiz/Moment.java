package dev.rockpool.app.quiz;

import dev.rockpool.app.answer.Answer;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.exam.ExamResult;
import java.util.List;

/// What the quiz screen shows.
sealed interface Moment {
    /// What there is to do.
    record Choosing(Offers offers) implements Moment {}

    /// The notebook of mistakes.
    ///
    /// @param slips the latest first
    record Notebook(List<Slip> slips) implements Moment {
        public Notebook {
            slips = List.copyOf(slips);
        }
    }

    /// What the answers say about the questions.
    ///
    /// @param items the hardest first
    record Judged(List<JudgedItem> items) implements Moment {
        public Judged {
            items = List.copyOf(items);
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

    /// A question of an exam.
    ///
    /// @param place from 0
    record Sitting(Question question, int place) implements Moment {}

    /// All questions of an exam at a glance, before it is handed in.
    ///
    /// @param place the question that was left
    record Reviewing(int place) implements Moment {}

    /// An exam that is over.
    record Marked(ExamResult result) implements Moment {}
}
