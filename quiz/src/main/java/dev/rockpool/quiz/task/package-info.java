/// Tasks that are done by setting a lab's controls, and what the lab's own model says of an answer.
///
/// Terms:
///
/// - **Setup** ([dev.rockpool.content.LabSetup]): a task as an author writes it, in names.
/// - **Task** ([LabTasks], [BoundTask]): a setup whose names a lab has been found for.
/// - **Free control**: what a learner may set; everything else stays as it was at the start, because an answer *is* a
///   list of settings of free controls and nothing else can be said in it.
/// - **Goal** ([GoalState]): a figure of the whole run, the bill of a month at its end, or a control, and its bound.
///
/// An answer is right when the model, run with it from the start, reaches every goal. Goals are compared in the unit
/// that is shown, because that is what authors and learners read.
@NullMarked
package dev.rockpool.quiz.task;

import org.jspecify.annotations.NullMarked;
