package dev.rockpool.app.cards;

import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.app.text.Texts;
import dev.rockpool.study.Act;
import dev.rockpool.study.Flag;
import dev.rockpool.study.schedule.StudyCalendar;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Cards, as a screen of the shell.
///
/// An item `search/TEXT` searches.
public final class CardsScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "cards";

    private static final String SEARCH = "search/";

    private final AppContext context;
    private final Texts texts;
    private final CardsViewModel model;
    private final CardsView view;
    private final Acts acts = new Acts();

    public CardsScreen(AppContext context) {
        this.context = context;
        texts = context.texts();
        model = new CardsViewModel(
                context.study(),
                context.library(),
                new SavedSearchRepository(context.database(), context.clock()),
                context.tasks(),
                context.clock(),
                new StudyCalendar(
                        context.zone(),
                        StudySettings.options(context.preferences()).rollover()));
        view = new CardsView(model, acts, texts);
    }

    /// The screen before it is built.
    public static ScreenEntry entry() {
        return new ScreenEntry(ID, Feather.LIST, CardsScreen::new);
    }

    @Override
    public Region root() {
        return view.root();
    }

    @Override
    public void shown() {
        model.open();
        view.focus();
    }

    @Override
    public void changed() {
        model.open();
    }

    @Override
    public void hidden() {}

    @Override
    public void open(String item) {
        if (item.startsWith(SEARCH)) {
            model.search().set(item.substring(SEARCH.length()));
        }
    }

    @Override
    public List<Command> commands() {
        BooleanSupplier some = () -> !view.chosen().isEmpty();
        return List.of(
                Command.of("cards.find", "cards.command.find", view::focus, "Shortcut+F"),
                Command.of("cards.open", "cards.command.open", () -> acts.open(view.chosen()), "Enter")
                        .when(some),
                Command.of("cards.suspend", "cards.command.suspend", () -> acts.suspend(view.chosen()), "S")
                        .when(some),
                Command.of("cards.bury", "cards.command.bury", () -> acts.bury(view.chosen()), "B")
                        .when(some),
                Command.of("cards.flag", "cards.command.flag", view::mark, "F").when(some),
                Command.of("cards.reset", "cards.command.reset", () -> acts.reset(view.chosen()), "N")
                        .when(some),
                Command.of("cards.leech", "cards.command.leech", () -> acts.clearLeech(view.chosen()), "L")
                        .when(some));
    }

    /// Acts on cards, each told with its undo.
    private final class Acts implements CardActs {
        @Override
        public void open(List<CardEntry> cards) {
            if (!cards.isEmpty()) {
                context.navigator()
                        .open(Place.of("study", "card", cards.getFirst().id()));
            }
        }

        @Override
        public void suspend(List<CardEntry> cards) {
            act(cards.stream().allMatch(CardEntry::suspended) ? Act.UNSUSPEND : Act.SUSPEND, cards);
        }

        @Override
        public void bury(List<CardEntry> cards) {
            act(cards.stream().allMatch(CardEntry::buried) ? Act.UNBURY : Act.BURY, cards);
        }

        @Override
        public void flag(Flag flag, String name, List<CardEntry> cards) {
            model.flag(
                    flag,
                    cards,
                    count -> tell(
                            count,
                            texts.get(
                                    flag == Flag.NONE ? "cards.done.unflag" : "cards.done.flag",
                                    count,
                                    name.toLowerCase(texts.locale()))));
        }

        @Override
        public void reset(List<CardEntry> cards) {
            act(Act.RESET, cards);
        }

        @Override
        public void clearLeech(List<CardEntry> cards) {
            act(Act.CLEAR_LEECH, cards);
        }

        @Override
        public void save(String name) {
            model.save(name);
            context.notices().show(texts.get("cards.saved.done", name), () -> model.forget(name));
        }

        @Override
        public void forget(SavedSearchRepository.Saved search) {
            model.forget(search.name());
            context.notices().show(texts.get("cards.saved.forgotten", search.name()), () -> model.save(search));
        }

        private void act(Act act, List<CardEntry> cards) {
            model.act(
                    act,
                    cards,
                    count -> tell(count, texts.get("cards.done." + act.name().toLowerCase(Locale.ROOT), count)));
        }

        private void tell(int count, String sentence) {
            if (count == 0) {
                context.notices().show(sentence);
            } else {
                context.notices().show(sentence, () -> model.undo(_ -> {}));
            }
        }
    }
}
