package dev.rockpool.app.presenter;

import dev.rockpool.app.lab.LabEntry;
import dev.rockpool.app.lab.LabShow;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Lesson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// One lesson, being presented: its model, its two windows, its commands.
final class LessonRoom {
    private static final long LOOK_NANOS = 250_000_000L;
    private static final long SEEDS = 1_000_000L;

    private final AppContext context;
    private final Texts texts;
    private final Runnable left;
    private final Shows shows;
    private final PresenterViewModel model;
    private final ClassWindow window;
    private final DeskView desk;
    private final Acts acts = new Acts();
    private Subscription told = Subscription.EMPTY;
    private long sinceLook;
    private boolean changed;

    /// @param nanos a clock that runs on, for slices of work
    /// @param left told when the presenter leaves the lesson
    LessonRoom(AppContext context, Lesson lesson, List<LabEntry<?, ?, ?>> entries, LongSupplier nanos, Runnable left) {
        this.context = context;
        this.left = left;
        texts = context.texts();
        shows = new Shows(context, entries, nanos);
        model = new PresenterViewModel(
                lesson,
                shows,
                new Book(context),
                context.clock(),
                new PresenterViewModel.Words(texts.get("present.hands.yes"), texts.get("present.hands.no")));
        Surroundings surroundings = new Surroundings(texts, context.library()::image, context.outside()::open);
        ClassView view = new ClassView(model, shows, texts, surroundings);
        window = new ClassWindow(view.root(), model.sketch(), context.windows(), context.appearance(), model.frozen());
        desk = new DeskView(model, shows, window, acts, texts, surroundings);
        model.sketch().changes().subscribe(_ -> changed = true);
        window.open().subscribe(_ -> changed = true);
        shows.front().subscribe(lab -> {
            told.unsubscribe();
            told = lab.map(show -> show.told().subscribe(_ -> changed = true)).orElse(Subscription.EMPTY);
        });
    }

    Region root() {
        return desk.root();
    }

    PresenterViewModel model() {
        return model;
    }

    void focus() {
        desk.focus();
    }

    /// Step and title, for the header.
    ObservableValue<String> where() {
        return Bindings.createStringBinding(
                () -> model.step().isPresent()
                        ? texts.get(
                                "present.where",
                                model.lesson().title(),
                                model.at().get() + 1,
                                model.lesson().steps().size())
                        : texts.get("present.where.gain", model.lesson().title()),
                model.at());
    }

    /// Lets time go by, once a pulse.
    void pulse(long elapsedNanos) {
        shows.front().get().ifPresent(lab -> lab.pulse(elapsedNanos));
        sinceLook += elapsedNanos;
        if (sinceLook >= LOOK_NANOS) {
            sinceLook = 0;
            desk.tick();
            if (changed) {
                changed = false;
                desk.look();
            }
        }
    }

    /// What runs is paused while another screen is in front; the window of the class stays.
    void rest() {
        model.keep();
        shows.front().get().ifPresent(LabShow::pause);
    }

    /// Closes the window of the class.
    void close() {
        rest();
        window.close();
    }

    List<Command> commands() {
        BooleanSupplier lab = () -> shows.front().get().isPresent();
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("present.next", "present.next", model::forward, PresentKeys.NEXT)
                .when(model::canGoOn));
        commands.add(Command.of("present.previous", "present.previous", model::back, PresentKeys.PREVIOUS)
                .when(model::canGoBack));
        commands.add(Command.of("present.reset", "present.reset", acts::reset, PresentKeys.RESET));
        commands.add(Command.of("present.answer", "present.answer.toggle", model::resolve, PresentKeys.ANSWER)
                .when(model::canResolve));
        commands.add(Command.of("present.count", "present.count", desk.entry()::focus, PresentKeys.COUNT));
        commands.add(Command.of("present.play", "lab.command.play", () -> lab(LabShow::togglePlay), PresentKeys.PLAY)
                .when(lab));
        commands.add(Command.of("present.step", "present.lab.step", () -> lab(LabShow::step), PresentKeys.STEP)
                .when(lab));
        commands.add(Command.of("present.back", "present.lab.back", () -> lab(LabShow::back), PresentKeys.BACK)
                .when(lab));
        commands.add(Command.of("present.end", "lab.command.end", () -> lab(LabShow::finish), PresentKeys.END)
                .when(lab));
        commands.add(
                Command.of("present.pen", "present.pen", () -> model.sketch().take(Sketch.Tool.PEN), PresentKeys.PEN));
        commands.add(Command.of(
                "present.laser", "present.laser", () -> model.sketch().take(Sketch.Tool.LASER), PresentKeys.LASER));
        commands.add(Command.of("present.wipe", "present.wipe", acts::wipe, PresentKeys.WIPE));
        commands.add(Command.of("present.freeze", "present.freeze", acts::freeze, PresentKeys.FREEZE));
        commands.add(Command.of("present.window", "present.window.toggle", acts::window, PresentKeys.WINDOW));
        commands.add(Command.of("present.full", "present.window.full", window::toggleFullScreen, PresentKeys.FULL)
                .when(window.open()::get));
        commands.add(Command.of("present.timer", "present.timer", acts::timer, PresentKeys.TIMER));
        commands.add(Command.of("present.restart", "present.timer.restart", this::restart, PresentKeys.RESTART));
        commands.add(Command.of("present.numbers", "present.numbers", this::draw, PresentKeys.NUMBERS)
                .when(model::hasGain));
        commands.add(Command.of("present.leave", "present.leave", acts::leave, PresentKeys.LEAVE));
        return commands;
    }

    private void lab(Consumer<LabShow<?, ?, ?>> act) {
        shows.front().get().ifPresent(act);
    }

    private void restart() {
        model.timer().restart();
        desk.tick();
    }

    /// Other numbers, for another class.
    private void draw() {
        Runnable undo = model.draw((model.seed().get() + 1) % SEEDS);
        context.notices()
                .show(
                        texts.get(
                                "present.numbers.drawn",
                                String.valueOf(model.seed().get())),
                        undo);
    }

    /// The keys of the class’s window are those of the desk.
    private void press(KeyEvent event) {
        boolean typing = event.getTarget() instanceof Node node && node instanceof TextInputControl;
        if (typing) {
            return;
        }
        commands().stream()
                .filter(command -> command.keys().stream().anyMatch(keys -> keys.match(event)))
                .filter(command -> command.when().getAsBoolean())
                .findFirst()
                .ifPresent(command -> {
                    event.consume();
                    command.action().run();
                });
    }

    /// The book of classes, in the user's file.
    private record Book(AppContext context) implements ClassBook {
        @Override
        public void keep(List<ClassCount> counts) {
            context.tasks()
                    .of(_ -> {
                        new ClassRepository(context.database()).keep(counts);
                        return counts;
                    })
                    .start();
        }

        @Override
        public void read(String lesson, Consumer<List<ClassRun>> then) {
            context.tasks()
                    .of(_ -> ClassRun.of(new ClassRepository(context.database()).all()).stream()
                            .filter(run -> run.lesson().equals(lesson))
                            .toList())
                    .onSuccess(then)
                    .start();
        }
    }

    private final class Acts implements DeskActs {
        @Override
        public void window() {
            window.toggle(texts.get("present.window", model.lesson().title()), LessonRoom.this::press);
        }

        @Override
        public void freeze() {
            model.frozen().set(!model.frozen().get());
            desk.look();
        }

        @Override
        public void wipe() {
            Runnable undo = model.sketch().wipe();
            context.notices().show(texts.get("present.wiped"), undo);
        }

        @Override
        public void reset() {
            Runnable undo = model.reset();
            context.notices().show(texts.get("present.was-reset"), undo);
        }

        @Override
        public void timer() {
            model.toggleTimer();
            desk.tick();
        }

        @Override
        public void leave() {
            close();
            left.run();
        }
    }
}
