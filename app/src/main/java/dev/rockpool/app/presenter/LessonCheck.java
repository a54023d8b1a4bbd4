package dev.rockpool.app.presenter;

import dev.rockpool.content.Finding;
import dev.rockpool.content.Lesson;
import dev.rockpool.content.LessonAct;
import dev.rockpool.content.LessonParser;
import dev.rockpool.content.LessonScene;
import dev.rockpool.content.LessonStep;
import dev.rockpool.content.ParsedLesson;
import dev.rockpool.kernel.InputException;
import dev.rockpool.quiz.catalogue.Templates;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.catalogue.Labs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether what a lesson names exists: its labs, presets and question templates.
final class LessonCheck {
    private LessonCheck() {}

    /// The lesson, or what is wrong with it.
    static ParsedLesson check(ParsedLesson parsed) {
        return parsed.lesson().map(lesson -> parsed.with(faults(lesson))).orElse(parsed);
    }

    private static List<Finding> faults(Lesson lesson) {
        List<Finding> faults = new ArrayList<>();
        for (LessonStep step : lesson.steps()) {
            step.scene()
                    .ifPresent(scene -> fault(() -> require(scene))
                            .ifPresent(sentence ->
                                    faults.add(new Finding(lesson.file(), scene.line(), LessonParser.RULE, sentence))));
            if (step.act()
                    instanceof LessonAct.Ask(LessonAct.When _, LessonAct.Asked.Generated(String template), String _)) {
                fault(() -> Templates.require(template))
                        .ifPresent(sentence ->
                                faults.add(new Finding(lesson.file(), step.line(), LessonParser.RULE, sentence)));
            }
        }
        return faults.stream().distinct().toList();
    }

    private static void require(LessonScene scene) {
        Lab<?, ?, ?> lab = Labs.require(scene.lab());
        lab.preset(scene.preset());
        scene.beside().ifPresent(lab::preset);
    }

    private static Optional<String> fault(Runnable demand) {
        try {
            demand.run();
            return Optional.empty();
        } catch (InputException missing) {
            return Optional.of(missing.sentence());
        }
    }
}
