package dev.rockpool.app.answer;

import dev.rockpool.content.LabSetting;
import dev.rockpool.content.LabSetup;
import dev.rockpool.quiz.Attempt;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Grade;
import dev.rockpool.quiz.Grader;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.task.GoalState;
import dev.rockpool.quiz.task.LabTasks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A question that was answered.
///
/// @param grade right or wrong
/// @param goals how each goal of a task in a lab stands; empty for any other question
public record Answer(Question question, Response response, Grade grade, List<GoalState> goals) {
    public Answer {
        goals = List.copyOf(goals);
    }

    /// An answer, graded. A task in a lab takes as long as its run: off the foreground, please.
    public static Answer of(Question question, Response response) {
        boolean tuned = question.form() instanceof Form.InLab;
        Grade grade = Grader.grade(question.form(), response);
        return new Answer(
                question,
                response,
                grade,
                tuned && !(grade instanceof Grade.Unreadable) ? goals(question.form(), response) : List.of());
    }

    private static List<GoalState> goals(Form form, Response response) {
        return form instanceof Form.InLab(LabSetup setup)
                        && response instanceof Response.Tuned(List<LabSetting> settings)
                ? LabTasks.bind(setup).check(settings)
                : List.of();
    }

    /// What was chosen, typed or made, as people read it.
    public String given() {
        return response.words(question.form());
    }

    /// Whether it is right.
    public boolean right() {
        return grade instanceof Grade.Right;
    }

    /// The mistake that was made, if it is a known one.
    public Optional<Misconception> misconception() {
        return grade instanceof Grade.Wrong(Optional<Misconception> mistake) ? mistake : Optional.empty();
    }

    /// What is kept of it.
    public Attempt attempt(Instant at) {
        return new Attempt(
                question.item(),
                question.seed(),
                given(),
                right(),
                misconception().map(Misconception::id),
                at);
    }
}
