package dev.rockpool.app.today;

import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.content.Card;
import dev.rockpool.content.Library;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Today, as a screen of the shell.
public final class TodayScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "today";

    /// How many cards a first session has.
    static final int FIRST_CARDS = 5;

    private final AppContext context;
    private final TodayViewModel model;
    private final TodayView view;

    public TodayScreen(AppContext context) {
        this.context = context;
        Library library = context.library();
        model = new TodayViewModel(context.study(), library::snapshot, context.tasks(), context.errors()::show);
        view = new TodayView(
                model, new Ways(), context.texts(), library.snapshot().cards().size());
    }

    /// The screen before it is built.
    public static ScreenEntry entry() {
        return new ScreenEntry(ID, Feather.SUN, TodayScreen::new);
    }

    @Override
    public Region root() {
        return view.root();
    }

    @Override
    public void shown() {
        model.refresh();
        view.focus();
    }

    @Override
    public void changed() {
        model.refresh();
    }

    @Override
    public void hidden() {}

    @Override
    public List<Command> commands() {
        Ways ways = new Ways();
        return List.of(
                Command.of("today.act", "today.command.act", view::act, "Enter"),
                Command.of("today.study", "today.command.study", ways::study, "S"),
                Command.of("today.read", "today.command.read", ways::document, "D"),
                Command.of("today.changes", "today.command.changes", ways::changes, "C"));
    }

    private final class Ways implements TodayWays {
        @Override
        public void study() {
            context.navigator().open(Place.of("study"));
        }

        @Override
        public void firstCards() {
            String ids = context.library().snapshot().cards().stream()
                    .limit(FIRST_CARDS)
                    .map(Card::id)
                    .collect(Collectors.joining(","));
            context.navigator().open(Place.of("study", "cards", ids));
        }

        @Override
        public void document() {
            context.navigator().open(Place.of("document"));
        }

        @Override
        public void question(String questionId) {
            context.navigator().open(Place.of("document", "question", questionId));
        }

        @Override
        public void plan() {
            context.navigator().open(Place.of("plan"));
        }

        @Override
        public void changes() {
            context.navigator().open(new Place("document", "changes/"));
        }

        @Override
        public void faults(List<String> sentences) {
            ClipboardContent content = new ClipboardContent();
            content.putString(String.join("\n", sentences));
            Clipboard.getSystemClipboard().setContent(content);
            context.notices().show(context.texts().get("today.faults.copied", sentences.size()));
        }
    }
}
