package dev.rockpool.content;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is done in a step of a lesson.
public sealed interface LessonAct {
    /// The presenter tells, the class listens.
    record Tell() implements LessonAct {}

    /// The class guesses the number that the preset asks for.
    record Predict() implements LessonAct {}

    /// The lab runs.
    ///
    /// @param until the second, or day, where it stops; empty for the end of the run
    record Run(OptionalInt until) implements LessonAct {}

    /// The run has ended; the guess stands beside the outcome.
    record Reveal() implements LessonAct {}

    /// A show of hands.
    ///
    /// @param choices two or more
    /// @param answer what is said to it when it is resolved, Markdown; empty where there is no right choice
    record Poll(List<Choice> choices, String answer) implements LessonAct {
        public Poll {
            choices = List.copyOf(choices);
        }
    }

    /// A question that is counted towards the gain of the class.
    ///
    /// @param when before or after the lesson
    /// @param question what is asked
    /// @param answer why the right choice is right, Markdown; may be empty
    record Ask(When when, Asked question, String answer) implements LessonAct {}

    /// Whether a question stands before or after what it asks about.
    enum When {
        BEFORE,
        AFTER
    }

    /// A question before or after.
    sealed interface Asked {
        /// One of a template: after, with other numbers than before.
        ///
        /// @param template the template's id
        record Generated(String template) implements Asked {}

        /// One of the author's own.
        ///
        /// @param choices of which exactly one is right
        record Authored(List<Choice> choices) implements Asked {
            public Authored {
                choices = List.copyOf(choices);
            }
        }
    }

    /// One choice.
    ///
    /// @param right whether it is right; empty in a poll without a right choice
    record Choice(String text, Optional<Boolean> right) {}
}
