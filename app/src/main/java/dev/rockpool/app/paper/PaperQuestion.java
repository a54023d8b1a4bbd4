package dev.rockpool.app.paper;

import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Misconception;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.simulators.LabTexts;
import java.util.ArrayList;
import java.util.List;

/// A question as it is printed.
///
/// @param stem the question
/// @param options what there is to choose, in the order of their letters; empty where a blank is filled
/// @param blank the line to fill; empty where there are options
/// @param key the right answer, with its letter
/// @param mistakes each known wrong answer, the name of the mistake that leads to it, and what is so instead
public record PaperQuestion(String stem, List<String> options, String blank, String key, List<String> mistakes) {
    private static final LabTexts TEXTS = LabTexts.beside(PaperQuestion.class);

    public PaperQuestion {
        options = List.copyOf(options);
        mistakes = List.copyOf(mistakes);
    }

    /// The question as it is printed.
    public static PaperQuestion of(Question question) {
        return switch (question.form()) {
            case Form.Choice choice -> {
                List<String> mistakes = new ArrayList<>();
                for (int place = 0; place < choice.options().size(); place++) {
                    String answer = letter(place);
                    choice.options()
                            .get(place)
                            .misconception()
                            .ifPresent(mistake -> mistakes.add(mistake(answer, mistake)));
                }
                yield new PaperQuestion(
                        question.stem(),
                        choice.options().stream().map(Option::text).toList(),
                        "",
                        TEXTS.get("right", letter(choice.rankOfKey()), question.key()),
                        mistakes);
            }
            case Form.Numeric numeric ->
                new PaperQuestion(
                        question.stem(),
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
            case Form other -> throw new IllegalStateException("A template asks by " + other.kind());
        };
    }

    /// The letter of an option, from 0.
    static String letter(int place) {
        return Character.toString('A' + place);
    }

    /// The mistake's name is its id in words.
    private static String mistake(String answer, Misconception mistake) {
        return TEXTS.get("mistake", answer, mistake.id().replace('-', ' '), mistake.sentence());
    }
}
