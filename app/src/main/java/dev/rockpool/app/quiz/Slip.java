package dev.rockpool.app.quiz;

import dev.rockpool.quiz.Attempt;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.bank.Topic;

/// A mistake of the notebook: the question as it was asked, and what was answered.
record Slip(Topic topic, Question question, Attempt attempt) {}
