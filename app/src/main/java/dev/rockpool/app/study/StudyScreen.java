package dev.rockpool.app.study;

import dev.rockpool.app.claim.Leads;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.content.Library;
import dev.rockpool.study.Flag;
import dev.rockpool.study.memory.Rating;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Study, as a screen of the shell.
///
/// An item `card/ID` starts a session of that card, `cards/ID,ID` of several, `queue/` of the day's queue.
public final class StudyScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "study";

    private final AppContext context;
    private final StudyViewModel model;
    private final StudyView view;
    private final Ways ways = new Ways();

    public StudyScreen(AppContext context) {
        this.context = context;
        Library library = context.library();
        model = new StudyViewModel(
                context.study(),
                library::snapshot,
                context.tasks(),
                context.clock(),
                context.zone(),
                context.texts(),
                context.errors()::show,
                context.notices()::show);
        view = new StudyView(model, new Surroundings(context.texts(), library::image, context.outside()::open), ways);
    }

    /// The screen before it is built.
    public static ScreenEntry entry() {
        return new ScreenEntry(ID, Feather.LAYERS, StudyScreen::new);
    }

    /// The place in which certain cards are studied.
    public static Place placeOf(List<String> cardIds) {
        return Place.of(ID, "cards", String.join(",", cardIds));
    }

    @Override
    public Region root() {
        return view.root();
    }

    @Override
    public void shown() {
        model.open();
        view.arrive();
    }

    @Override
    public void changed() {
        model.libraryChanged();
    }

    @Override
    public void hidden() {}

    @Override
    public void open(String item) {
        int slash = item.indexOf('/');
        String ids = item.substring(slash + 1);
        if (ids.isEmpty()) {
            model.start();
        } else {
            model.studyOnly(List.of(ids.split(",", -1)));
        }
    }

    @Override
    public ObservableValue<String> where() {
        return model.moment().map(this::where);
    }

    private String where(Moment moment) {
        return switch (moment) {
            case Moment.Front(Face face) -> where(face);
            case Moment.Back back -> where(back.face());
            case Moment.Opening _, Moment.Paused _, Moment.Finished _, Moment.Nothing _, Moment.Failed _ -> "";
        };
    }

    private String where(Face face) {
        String title = face.deck().title();
        return context.texts().get(face.turn().flag() == Flag.NONE ? "study.where" : "study.where.flagged", title);
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("study.reveal", "study.reveal", model::reveal, "Space", "Enter")
                .when(this::untypedFront));
        for (Rating rating : Rating.values()) {
            commands.add(Command.of(
                            "study.rate" + rating.number(),
                            RatingTexts.key(rating),
                            () -> model.rate(rating),
                            String.valueOf(rating.number()),
                            "Numpad " + rating.number())
                    .when(this::back));
        }
        commands.add(Command.of("study.suggested", "study.suggested", model::rateAsSuggested, "Space", "Enter")
                .when(this::back));
        commands.add(Command.of("study.next", "study.next", view::next, "Enter").when(() -> !shownCard()));
        commands.add(Command.of("study.undo", "study.undo", model::undo, "Shortcut+Z")
                .when(() -> !model.undoName().get().isEmpty()));
        commands.add(whileShown("study.flag", model::flag, "F"));
        commands.add(whileShown("study.bury", model::bury, "Minus", "Subtract"));
        commands.add(new Command(
                "study.suspend", "study.suspend", List.of(StudyKeys.SUSPEND), this::shownCard, model::suspend));
        commands.add(whileShown("study.edit", this::edit, "E"));
        commands.add(lead("study.show", this::sight, "L"));
        commands.add(lead("study.ask", () -> card().flatMap(ways::asked), "A"));
        commands.add(lead("study.document", () -> card().flatMap(ways::told), "D"));
        commands.add(Command.of("study.pause", "study.pause", model::pause, "P")
                .when(() -> shownCard() || model.moment().get() instanceof Moment.Paused));
        commands.add(whileShown("study.finish", model::finish, "Q"));
        return commands;
    }

    private Command whileShown(String id, Runnable action, String... keys) {
        BooleanSupplier shown = this::shownCard;
        return Command.of(id, id, action, keys).when(shown);
    }

    private boolean shownCard() {
        return model.shownFace().isPresent();
    }

    private boolean back() {
        return model.moment().get() instanceof Moment.Back;
    }

    private boolean untypedFront() {
        return model.moment().get() instanceof Moment.Front(Face face)
                && face.card().form() != Card.Form.TYPED;
    }

    /// A way out of the card whose back is in sight, if it leads there.
    private Command lead(String id, Supplier<Optional<Place>> place, String key) {
        return Command.of(id, id, () -> place.get().ifPresent(ways::open), key)
                .when(() -> back() && place.get().isPresent());
    }

    private Optional<String> card() {
        return model.shownFace().map(face -> face.card().id());
    }

    private Optional<Place> sight() {
        return model.shownFace()
                .map(face -> face.card().show())
                .filter(show -> !show.isEmpty())
                .map(Leads::shown);
    }

    private void edit() {
        model.shownFace().ifPresent(face -> {
            Deck deck = face.deck();
            Path folder = deck.file().getParent();
            if (deck.builtIn() || folder == null) {
                context.notices().show(context.texts().get("study.notice.built-in", deck.title()));
            } else {
                context.notices()
                        .show(context.texts()
                                .get("study.notice.edit", deck.file().toString()));
                context.outside().open(folder.toUri());
            }
        });
    }

    private final class Ways implements StudyWays {
        @Override
        public void edit() {
            StudyScreen.this.edit();
        }

        @Override
        public void open(Place place) {
            context.navigator().open(place);
        }

        @Override
        public Optional<Place> asked(String cardId) {
            return Leads.asked(cardId, context.library().snapshot());
        }

        @Override
        public Optional<Place> told(String cardId) {
            return Leads.told(cardId, context.library().snapshot());
        }

        @Override
        public void today() {
            context.navigator().open(Place.of("today"));
        }

        @Override
        public void document() {
            context.navigator().open(Place.of("document"));
        }
    }
}
