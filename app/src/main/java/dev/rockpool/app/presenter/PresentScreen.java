package dev.rockpool.app.presenter;

import dev.rockpool.app.lab.LabEntry;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.content.Lesson;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// Present, as a screen of the shell: the lessons, or the presenter’s desk of the one that is being given.
///
/// An item `lesson/ID` begins a lesson, `lesson/ID/STEP` at a step, counted from 1.
public final class PresentScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "present";

    /// How many lessons have a digit.
    static final int DIGITS = 9;

    private static final String LESSON = "lesson";

    private final AppContext context;
    private final List<LabEntry<?, ?, ?>> entries;
    private final LongSupplier nanos;
    private final LessonShelf shelf;
    private final LessonListView list;
    private final StackPane root = new StackPane();
    private final ReadOnlyStringWrapper where = new ReadOnlyStringWrapper("");
    private final Heartbeat heartbeat = new Heartbeat();
    private Optional<LessonRoom> room = Optional.empty();

    /// @param nanos a clock that runs on, for slices of work
    public PresentScreen(AppContext context, List<LabEntry<?, ?, ?>> entries, LongSupplier nanos) {
        this.context = context;
        this.entries = List.copyOf(entries);
        this.nanos = nanos;
        shelf = new LessonShelf(context);
        list = new LessonListView(
                shelf,
                context.texts(),
                this::begin,
                () -> context.outside().open(shelf.folder().toUri()));
        root.getChildren().setAll(list.root());
    }

    /// The screen before it is built.
    public static ScreenEntry entry(List<LabEntry<?, ?, ?>> entries) {
        return new ScreenEntry(ID, Feather.CAST, context -> new PresentScreen(context, entries, System::nanoTime));
    }

    /// The place of a lesson.
    public static Place placeOf(String lesson) {
        return Place.of(ID, LESSON, lesson);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown() {
        shelf.refresh();
        room.ifPresentOrElse(LessonRoom::focus, list::focus);
        heartbeat.start();
    }

    @Override
    public void changed() {
        shelf.refresh();
    }

    @Override
    public void hidden() {
        room.ifPresent(LessonRoom::rest);
        heartbeat.stop();
    }

    @Override
    public ObservableValue<String> where() {
        return where.getReadOnlyProperty();
    }

    @Override
    public List<Command> commands() {
        if (room.isPresent()) {
            return room.get().commands();
        }
        List<Command> commands = new ArrayList<>();
        for (int index = 0; index < DIGITS; index++) {
            int at = index;
            String digit = String.valueOf(index + 1);
            commands.add(Command.of(
                            "present.start" + digit,
                            "present.start." + digit,
                            () -> list.start(at),
                            digit,
                            "Numpad " + digit)
                    .when(() -> at < list.startable()));
        }
        return commands;
    }

    @Override
    public void open(String item) {
        String[] parts = item.split("/", -1);
        Optional<Lesson> lesson = parts.length > 1 ? shelf.find(parts[1]) : Optional.empty();
        if (lesson.isEmpty()) {
            context.errors()
                    .show(new InputException(
                            "lesson-unknown",
                            context.texts().get("present.unknown", Quote.of(parts.length > 1 ? parts[1] : item))));
            return;
        }
        begin(lesson.get());
        if (parts.length > 2 && parts[2].chars().allMatch(Character::isDigit) && !parts[2].isEmpty()) {
            room.ifPresent(begun -> begun.model().go(Integer.parseInt(parts[2]) - 1));
        }
    }

    private void begin(Lesson lesson) {
        room.ifPresent(LessonRoom::close);
        LessonRoom begun = new LessonRoom(context, lesson, entries, nanos, this::leave);
        room = Optional.of(begun);
        root.getChildren().setAll(begun.root());
        where.unbind();
        where.bind(begun.where());
        begun.focus();
    }

    private void leave() {
        room = Optional.empty();
        where.unbind();
        where.set("");
        root.getChildren().setAll(list.root());
        list.focus();
    }

    /// Lets time go by in the lesson, once a pulse.
    private final class Heartbeat extends AnimationTimer {
        private long last;

        @Override
        public void handle(long now) {
            long elapsed = last == 0 ? 0 : now - last;
            last = now;
            room.ifPresent(begun -> begun.pulse(elapsed));
        }

        @Override
        public void stop() {
            super.stop();
            last = 0;
        }
    }
}
