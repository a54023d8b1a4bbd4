package dev.rockpool.app.presenter;

import dev.rockpool.content.LessonAct;
import dev.rockpool.kernel.Seed;
import dev.rockpool.quiz.Asking;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.catalogue.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A question or poll as hands answer it.
///
/// @param stem what is asked; empty where the step's text says it
/// @param choices what hands are raised for
/// @param typed whether the class writes its answer down; the choices are then *right* and *not right*
/// @param right the right choice; empty in a poll without one
/// @param key the right answer in words; empty in a poll without one
/// @param answer what is said when it is resolved, Markdown
/// @param mistakes what each choice mistakes, empty where nothing is known
record HandsQuestion(
        String stem,
        List<String> choices,
        boolean typed,
        OptionalInt right,
        String key,
        String answer,
        List<String> mistakes) {
    /// Derived seeds are below this: short enough to type.
    private static final long SEEDS = 1_000_000_000L;

    HandsQuestion {
        choices = List.copyOf(choices);
        mistakes = List.copyOf(mistakes);
    }

    /// A poll, or a question of the lesson’s author.
    static HandsQuestion of(List<LessonAct.Choice> choices, String answer) {
        OptionalInt right = OptionalInt.empty();
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < choices.size(); index++) {
            texts.add(choices.get(index).text());
            if (choices.get(index).right().orElse(false)) {
                right = OptionalInt.of(index);
            }
        }
        String key = right.isPresent() ? texts.get(right.getAsInt()) : "";
        return new HandsQuestion("", texts, false, right, key, answer, List.of());
    }

    /// A question of a template.
    ///
    /// @param lessonSeed all questions of a lesson follow from it
    /// @param number which of the lesson’s questions, from 0: the same before and after
    /// @param answer what the lesson says besides
    /// @param yes the choice of those who were right, where a number is written down
    /// @param no the choice of the others
    /// @throws dev.rockpool.kernel.InputException if there is no such template
    static HandsQuestion generated(
            String template, long lessonSeed, LessonAct.When when, int number, String answer, String yes, String no) {
        long seed = seed(lessonSeed, when, number);
        Question question = Asking.question(Templates.require(template), seed);
        String solution = String.join("  \n", question.solution());
        String said = answer.isEmpty() ? solution : answer + "\n\n" + solution;
        return switch (question.form()) {
            case Form.Choice choice ->
                new HandsQuestion(
                        question.stem(),
                        choice.options().stream().map(Option::text).toList(),
                        false,
                        OptionalInt.of(choice.rankOfKey()),
                        question.key(),
                        said,
                        choice.options().stream().map(HandsQuestion::mistake).toList());
            case Form.MultipleResponse _, Form.Numeric _, Form.Typed _, Form.Matching _, Form.Ordering _ ->
                new HandsQuestion(
                        question.stem(), List.of(yes, no), true, OptionalInt.of(0), question.key(), said, List.of());
            case Form other -> throw new IllegalStateException("A template asks by " + other.kind());
        };
    }

    /// The seed of a question: never the same before and after.
    private static long seed(long lessonSeed, LessonAct.When when, int number) {
        long before = new Seed(lessonSeed).derive("lesson/before/" + number).nextLong(SEEDS);
        long after = new Seed(lessonSeed).derive("lesson/after/" + number).nextLong(SEEDS);
        return switch (when) {
            case BEFORE -> before;
            case AFTER -> after == before ? before + 1 : after;
        };
    }

    private static String mistake(Option option) {
        Optional<Misconception> misconception = option.misconception();
        return misconception.map(Misconception::sentence).orElse("");
    }

    /// What a choice mistakes; empty where nothing is known.
    String mistake(int choice) {
        return choice < mistakes.size() ? mistakes.get(choice) : "";
    }
}
