package dev.rockpool.app.paper;

import dev.rockpool.app.markdown.PlainText;
import dev.rockpool.content.LabSetup;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.simulators.LabTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A question as it is printed.
///
/// @param stem the question
/// @param options what there is to choose, in the order of their letters; empty where a blank is filled
/// @param blank the line to fill, or what to do with the options; empty where one letter is chosen
/// @param key the right answer, with its letter
/// @param mistakes each known wrong answer, the name of the mistake that leads to it, and what is so instead
public record PaperQuestion(String stem, List<String> options, String blank, String key, List<String> mistakes) {
    private static final LabTexts TEXTS = LabTexts.beside(PaperQuestion.class);
    private static final int LONGEST = 2_000;

    public PaperQuestion {
        options = List.copyOf(options);
        mistakes = List.copyOf(mistakes);
    }

    /// The question as it is printed.
    public static PaperQuestion of(Question question) {
        String stem = plain(question.stem());
        return switch (question.form()) {
            case Form.Choice choice -> options(stem, "", question, choice);
            case Form.MultipleResponse several ->
                options(stem, TEXTS.get("several", several.rightOnes()), question, several);
            case Form.Numeric numeric ->
                new PaperQuestion(
                        stem,
                        List.of(),
                        TEXTS.get("blank", numeric.unit().symbol()).strip(),
                        numeric.tolerance().signum() == 0
                                ? question.key()
                                : TEXTS.get(
                                        "about",
                                        question.key(),
                                        numeric.tolerance().toPlainString()),
                        numeric.traps().stream()
                                .map(trap -> mistake(trap.value().toPlainString(), trap.misconception()))
                                .toList());
            case Form.InLab(LabSetup setup) ->
                new PaperQuestion(stem, List.of(), TEXTS.get("lab", setup.lab()), plain(question.key()), List.of());
            case Form.Typed _ ->
                new PaperQuestion(stem, List.of(), TEXTS.get("blank", "").strip(), plain(question.key()), List.of());
            case Form.Matching matching ->
                new PaperQuestion(
                        stem,
                        plain(matching.right()),
                        numbered(plain(matching.left()), place -> TEXTS.get("gap")),
                        numbered(
                                plain(matching.left()),
                                place -> letter(matching.key().get(place))),
                        List.of());
            case Form.Ordering ordering ->
                new PaperQuestion(
                        stem,
                        plain(ordering.items()),
                        TEXTS.get("order"),
                        ordering.key().stream().map(PaperQuestion::letter).collect(Collectors.joining(", ")),
                        List.of());
        };
    }

    private static PaperQuestion options(String stem, String blank, Question question, Form.Options asked) {
        List<String> mistakes = new ArrayList<>();
        List<String> right = new ArrayList<>();
        for (int place = 0; place < asked.options().size(); place++) {
            String answer = letter(place);
            Option option = asked.options().get(place);
            option.misconception()
                    .ifPresentOrElse(mistake -> mistakes.add(mistake(answer, mistake)), () -> right.add(answer));
        }
        return new PaperQuestion(
                stem,
                plain(asked.options().stream().map(Option::text).toList()),
                blank,
                TEXTS.get("right", String.join(", ", right), plain(question.key())),
                mistakes);
    }

    /// `1. one ___   2. another ___`.
    private static String numbered(List<String> things, IntFunction<String> answers) {
        return IntStream.range(0, things.size())
                .mapToObj(place -> (place + 1) + ". " + things.get(place) + " " + answers.apply(place))
                .collect(Collectors.joining("    "));
    }

    private static String plain(String markdown) {
        return PlainText.line(markdown, LONGEST);
    }

    private static List<String> plain(List<String> markdown) {
        return markdown.stream().map(PaperQuestion::plain).toList();
    }

    /// The letter of an option, from 0.
    static String letter(int place) {
        return Character.toString('A' + place);
    }

    /// The mistake's name is its id in words; what an author wrote about one option has no name.
    private static String mistake(String answer, Misconception mistake) {
        if (mistake.id().contains("/")) {
            return TEXTS.get("reason", answer, plain(mistake.sentence()));
        }
        return TEXTS.get("mistake", answer, mistake.id().replace('-', ' '), mistake.sentence());
    }
}
