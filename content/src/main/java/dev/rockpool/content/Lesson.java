package dev.rockpool.content;

import java.util.List;

/// A lesson for a class: steps that somebody presents (`docs/lesson-format.md`).
///
/// @param id kebab-case, unique among the lessons of a folder
/// @param title for people
/// @param about what the class learns, one or two sentences
/// @param minutes how long it takes in class; its steps take no longer together
/// @param seed of the questions before and after
/// @param file where it stands, as findings name it
/// @param builtIn whether it came with Rockpool
/// @param steps in the order of presentation, at least one
public record Lesson(
        String id,
        String title,
        String about,
        int minutes,
        long seed,
        String file,
        boolean builtIn,
        List<LessonStep> steps) {
    public Lesson {
        steps = List.copyOf(steps);
    }

    /// How many questions are asked before, and again with other numbers after.
    public int questions() {
        return (int) steps.stream()
                .filter(step -> step.act() instanceof LessonAct.Ask ask && ask.when() == LessonAct.When.BEFORE)
                .count();
    }

    /// The seconds that its steps are planned to take.
    public int plannedSeconds() {
        return steps.stream().mapToInt(LessonStep::seconds).sum();
    }
}
