package dev.rockpool.app.document;

import dev.rockpool.app.claim.Leads;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Glossary;
import dev.rockpool.content.Library;
import dev.rockpool.content.Term;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// The document, as a screen of the shell.
///
/// Items: `question/q12`, `claim/q12-c3`, `term/glossary-shard`, `changes/`, and `card/q12-f1`: the question that the
/// card belongs to, or, for a card of no question, the card itself.
public final class DocumentScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "document";

    static final KeyCombination SEARCH = KeyCombination.valueOf("Shortcut+F");
    static final KeyCombination PRINT = KeyCombination.valueOf("Shortcut+P");
    static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+S");

    private static final String CARD = "card/";

    private final AppContext context;
    private final Texts texts;
    private final DocumentViewModel model;
    private final DocumentView view;

    /// @param glossary the words of the field
    public DocumentScreen(AppContext context, Collection<Term> glossary) {
        this.context = context;
        texts = context.texts();
        Library library = context.library();
        model = new DocumentViewModel(context.study(), library::snapshot, glossary, context.tasks());
        view = new DocumentView(
                model, new Surroundings(texts, library::image, context.outside()::open), library::snapshot, new Ways());
    }

    /// The screen before it is built.
    public static ScreenEntry entry() {
        return new ScreenEntry(
                ID,
                Feather.BOOK_OPEN,
                context -> new DocumentScreen(context, Glossary.builtIn().terms()));
    }

    @Override
    public Region root() {
        return view.root();
    }

    @Override
    public void shown() {
        if (model.index().get() == DocumentIndex.EMPTY) {
            model.refresh();
        } else {
            model.refreshMastery();
        }
        view.focus();
    }

    @Override
    public void changed() {
        model.refresh();
    }

    @Override
    public void hidden() {}

    @Override
    public void open(String item) {
        if (item.startsWith(CARD) && !model.openQuestionOfCard(item.substring(CARD.length()))) {
            study(List.of(item.substring(CARD.length())));
        } else if (!item.startsWith(CARD)) {
            model.open(item);
        }
    }

    @Override
    public ObservableValue<String> where() {
        return model.selected()
                .map(entry -> entry.map(shown -> texts.get(
                                "document.where",
                                shown.question().number(),
                                model.index().get().questions().size()))
                        .orElse(""));
    }

    @Override
    public List<Command> commands() {
        return List.of(
                Command.of("document.search", "document.search", view::search, "Shortcut+F"),
                Command.of("document.next", "document.next", () -> model.move(1), "Shortcut+Down", "J"),
                Command.of("document.previous", "document.previous", () -> model.move(-1), "Shortcut+Up", "K"),
                tab(DocumentTab.QUESTIONS, "Alt+1"),
                tab(DocumentTab.CHANGES, "Alt+2"),
                tab(DocumentTab.GLOSSARY, "Alt+3"),
                Command.of("document.print", "document.print", this::print, "Shortcut+P"),
                Command.of("document.save", "document.save", this::save, "Shortcut+S"));
    }

    private Command tab(DocumentTab tab, String keys) {
        return Command.of(tab.textKey(), tab.textKey(), () -> model.tab().set(tab), keys);
    }

    private void study(List<String> cardIds) {
        context.navigator().open(Place.of("study", "cards", String.join(",", cardIds)));
    }

    private void print() {
        DocumentPrinter.Outcome outcome = new DocumentPrinter(texts)
                .print(model.index().get().questions(), view.root().getScene().getWindow());
        switch (outcome) {
            case PRINTED -> context.notices().show(texts.get("document.printed"));
            case NO_PRINTER -> context.notices().show(texts.get("document.no-printer"));
            case FAILED -> context.notices().show(texts.get("document.print-failed"));
            case CANCELLED -> {}
        }
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("document.save"));
        chooser.setInitialFileName("rockpool-document.html");
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(texts.get("document.save.html"), "*.html"),
                        new FileChooser.ExtensionFilter(texts.get("document.save.markdown"), "*.md"));
        File chosen = chooser.showSaveDialog(view.root().getScene().getWindow());
        if (chosen == null) {
            return;
        }
        Path file = chosen.toPath();
        List<QuestionEntry> questions = model.index().get().questions();
        context.tasks()
                .of(_ -> {
                    DocumentText text = new DocumentText(texts, questions);
                    boolean markdown = file.toString().endsWith(".md");
                    return Files.writeString(file, markdown ? text.markdown() : text.html());
                })
                .titled(texts.get("document.saving"))
                .onSuccess(written -> context.notices().show(texts.get("document.saved", written.toString())))
                .onFailure(
                        IOException.class,
                        _ -> context.notices().show(texts.get("document.save-failed", file.toString())))
                .start();
    }

    private final class Ways implements DocumentWays {
        @Override
        public void show(String show) {
            context.navigator().open(Leads.shown(show));
        }

        @Override
        public void ask(String questionId) {
            context.navigator().open(Leads.asked(questionId));
        }

        @Override
        public void study(List<String> cardIds) {
            DocumentScreen.this.study(cardIds);
        }

        @Override
        public void print() {
            DocumentScreen.this.print();
        }

        @Override
        public void save() {
            DocumentScreen.this.save();
        }
    }
}
