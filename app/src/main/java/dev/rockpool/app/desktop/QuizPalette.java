package dev.rockpool.app.desktop;

import dev.rockpool.app.palette.PaletteItem;
import dev.rockpool.app.palette.PaletteKind;
import dev.rockpool.app.palette.PaletteSource;
import dev.rockpool.app.presenter.PresentScreen;
import dev.rockpool.app.quiz.QuizScreen;
import dev.rockpool.app.shell.Navigator;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Lessons;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.catalogue.Templates;
import java.util.ArrayList;
import java.util.List;

/// Finds rounds of questions, mixed and by template, and what a class is given: lessons and activities.
final class QuizPalette implements PaletteSource {
    private final Texts texts;
    private final Navigator navigator;

    QuizPalette(Texts texts, Navigator navigator) {
        this.texts = texts;
        this.navigator = navigator;
    }

    @Override
    public List<PaletteItem> items() {
        List<PaletteItem> items = new ArrayList<>();
        items.add(item(texts.get("quiz.mixed"), QuizScreen.MIX));
        items.add(item(texts.get("quiz.exam"), QuizScreen.EXAM));
        items.add(item(texts.get("activity.list"), PresentScreen.ACTIVITIES));
        Lessons.builtIn().stream()
                .flatMap(parsed -> parsed.lesson().stream())
                .forEach(lesson -> items.add(new PaletteItem(
                        PaletteKind.LESSON,
                        lesson.title(),
                        texts.get("screen.present"),
                        () -> navigator.open(PresentScreen.placeOf(lesson.id())))));
        for (Template<?> template : Templates.all()) {
            items.add(item(template.title(), QuizScreen.placeOf(template.id())));
        }
        return items;
    }

    private PaletteItem item(String name, Place place) {
        return new PaletteItem(PaletteKind.QUIZ, name, texts.get("screen.quiz"), () -> navigator.open(place));
    }
}
