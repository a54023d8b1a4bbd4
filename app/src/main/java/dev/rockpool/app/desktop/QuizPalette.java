package dev.rockpool.app.desktop;

import dev.rockpool.app.palette.PaletteItem;
import dev.rockpool.app.palette.PaletteKind;
import dev.rockpool.app.palette.PaletteSource;
import dev.rockpool.app.quiz.QuizScreen;
import dev.rockpool.app.shell.Navigator;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.text.Texts;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.catalogue.Templates;
import java.util.ArrayList;
import java.util.List;

/// Finds rounds of questions: mixed, and by template.
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
        for (Template<?> template : Templates.all()) {
            items.add(item(template.title(), QuizScreen.placeOf(template.id())));
        }
        return items;
    }

    private PaletteItem item(String name, Place place) {
        return new PaletteItem(PaletteKind.QUIZ, name, texts.get("screen.quiz"), () -> navigator.open(place));
    }
}
