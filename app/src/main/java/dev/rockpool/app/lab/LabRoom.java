package dev.rockpool.app.lab;

import dev.rockpool.app.claim.Leads;
import dev.rockpool.app.claim.Proof;
import dev.rockpool.app.file.FileDialogs;
import dev.rockpool.app.file.UserFiles;
import dev.rockpool.app.kit.PngFile;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Library;
import dev.rockpool.kernel.InputException;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.Snapshot;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;

/// One lab, opened: its model, its view, its commands, and its ways to files and to other screens.
final class LabRoom<S, R, N extends Snapshot> {
    private final AppContext context;
    private final Texts texts;
    private final LabViewModel<S, R, N> model;
    private final LabView<S, R, N> view;
    private final FileDialogs dialogs;
    private final UserFiles files;

    LabRoom(
            AppContext context,
            LabEntry<S, R, N> entry,
            LabRepository records,
            FileDialogs dialogs,
            LongSupplier nanos) {
        this.context = context;
        this.dialogs = dialogs;
        texts = context.texts();
        files = new UserFiles(context);
        model = new LabViewModel<>(entry, records, context.tasks(), nanos, context.errors()::show);
        Library library = context.library();
        view = new LabView<>(new LabDesk<>(
                model, texts, new Surroundings(texts, library::image, context.outside()::open), new Ways()));
        drop();
        model.learning().read();
    }

    Region root() {
        return view.root();
    }

    LabViewModel<S, R, N> model() {
        return model;
    }

    LabView<S, R, N> view() {
        return view;
    }

    /// Opens the first preset running, so that something true is seen at once, and asks about the next.
    void welcome() {
        model.demonstrate(model.lab().presets().getFirst());
    }

    /// Opens a preset.
    ///
    /// @throws InputException if the lab has none of that id
    void open(String preset) {
        model.open(model.lab().preset(preset));
        view.focus();
    }

    /// Opens a scenario that another screen made.
    ///
    /// @throws InputException if it is at fault
    void open(String name, String scenario) {
        model.open(name, scenario);
        view.focus();
    }

    /// Opens a scenario file; what is wrong with it is told in the one place for faults, and nothing changes.
    void open(Path file) {
        files.read(file, text -> {
            try {
                model.open(String.valueOf(file.getFileName()), text);
                context.errors().clear("lab-json");
            } catch (InputException fault) {
                context.errors().show(fault);
            }
        });
    }

    /// The lab and what is open in it.
    ObservableValue<String> where() {
        return Bindings.createStringBinding(
                () -> texts.get("lab.where", model.lab().name(), name()), model.configuration(), model.pinned());
    }

    private String name() {
        return switch (model.configuration().get().origin()) {
            case Origin.FromPreset<S>(var preset) -> preset.title();
            case Origin.FromChallenge<S>(var challenge) -> challenge.title();
            case Origin.FromFile<S>(String file, S _) -> file;
            case Origin.Factory<S> _ -> texts.get("lab.preset.factory");
        };
    }

    List<Command> commands() {
        Ways ways = new Ways();
        List<Command> commands = new ArrayList<>();
        commands.add(Command.of("lab.play", "lab.command.play", model::togglePlay, "Space"));
        commands.add(Command.of("lab.step", Paced.key(model.lab(), "lab.step"), model::step, "Right"));
        commands.add(Command.of("lab.back", Paced.key(model.lab(), "lab.back"), model::back, "Left"));
        commands.add(Command.of("lab.start", Paced.key(model.lab(), "lab.command.start"), () -> model.seek(0), "Home"));
        commands.add(Command.of("lab.end", "lab.command.end", () -> model.seek(model.seconds()), "End"));
        commands.add(Command.of("lab.faster", "lab.command.faster", model::faster, "Period"));
        commands.add(Command.of("lab.slower", "lab.command.slower", model::slower, "Comma"));
        commands.add(Command.of("lab.reset", "lab.reset", model::reset, "R"));
        commands.add(Command.of("lab.factory", "lab.factory", model::factory, "Shift+R"));
        commands.add(
                Command.of("lab.undo", "lab.undo", model::undo, "Shortcut+Z").when(model::canUndo));
        commands.add(Command.of("lab.redo", "lab.redo", model::redo, "Shortcut+Y", "Shortcut+Shift+Z")
                .when(model::canRedo));
        commands.add(Command.of("lab.ask", "lab.command.ask", this::ask, "P"));
        commands.add(Command.of("lab.next", "lab.question.next", model::askNext, "Q")
                .when(() -> model.question().get().isPresent()));
        commands.add(Command.of("lab.why", "lab.question.why", view::showWhy, "W"));
        commands.add(Command.of("lab.card", "lab.question.card", view::openCard, "O")
                .when(() -> model.question()
                        .get()
                        .filter(asked -> asked.standing() == Question.Standing.COMPARED)
                        .isPresent()));
        commands.add(Command.of("lab.quiz", "lab.quiz", () -> view.asked().ifPresent(ways::open), "A")
                .when(() -> view.asked().isPresent()));
        commands.add(Command.of("lab.beside", "lab.command.beside", view::toggleBeside, "C"));
        commands.add(Command.of("lab.break", "lab.command.break", this::breakFirst, "B")
                .when(() -> !disturbances().isEmpty()));
        commands.add(Command.of("lab.guide", "lab.guide", view.guide()::toggle, "G"));
        BooleanSupplier guided = () -> view.guide().running();
        commands.add(Command.of("lab.guide.next", "lab.guide.next", view.guide()::next, "Page Down")
                .when(guided));
        commands.add(Command.of("lab.guide.previous", "lab.guide.previous", view.guide()::previous, "Page Up")
                .when(guided));
        commands.add(Command.of("lab.guide.notes", "lab.guide.notes", view.guide()::toggleNotes, "N")
                .when(guided));
        commands.add(Command.of("lab.open", "lab.open", ways::openScenario, "Shortcut+O"));
        commands.add(Command.of("lab.save", "lab.save", ways::save, "Shortcut+S"));
        commands.add(Command.of("lab.export.scenario", "lab.export.scenario", ways::exportScenario, "Shortcut+E"));
        commands.add(Command.of("lab.export.table", Paced.key(model.lab(), "lab.export.table"), ways::exportTable));
        commands.add(Command.of("lab.export.picture", "lab.export.picture", ways::exportPicture));
        for (LabView.Panel panel : LabView.Panel.values()) {
            commands.add(Command.of(
                            "lab.panel." + panel.number(),
                            panel.key(),
                            () -> view.show(panel),
                            String.valueOf(panel.number()))
                    .when(view::compact));
        }
        return commands;
    }

    private List<Disturbance> disturbances() {
        return model.moment().get().map(Moment::disturbances).orElse(List.of());
    }

    private void breakFirst() {
        disturbances().stream()
                .filter(Disturbance::broken)
                .findFirst()
                .or(() -> disturbances().stream().findFirst())
                .ifPresent(each -> model.disturb(each.id()));
    }

    private void ask() {
        if (!view.focusQuestion()) {
            model.askAgain();
            view.focus();
        }
    }

    private void drop() {
        Region root = view.root();
        root.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        root.setOnDragDropped(event -> {
            event.getDragboard().getFiles().stream().findFirst().ifPresent(file -> open(file.toPath()));
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private String fileName(String ending) {
        return model.lab().id() + "-" + model.second() + ending;
    }

    private final class Ways implements LabWays {
        @Override
        public Optional<Proof> proof(String id) {
            return Proof.of(id, context.library().snapshot());
        }

        @Override
        public Optional<Place> asked(String id) {
            return Leads.asked(id, context.library().snapshot());
        }

        @Override
        public RunningPlatform platform() {
            return context.platform();
        }

        @Override
        public TaskRunner tasks() {
            return context.tasks();
        }

        @Override
        public InstantSource clock() {
            return context.clock();
        }

        @Override
        public void open(Place place) {
            model.pause();
            context.navigator().open(place);
        }

        @Override
        public void browse(URI address) {
            context.outside().open(address);
        }

        @Override
        public void copy(String text, String what) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            context.notices().show(what);
        }

        @Override
        public void exportPicture() {
            dialogs.save(texts.get("lab.export.picture"), fileName(".png")).ifPresent(file -> {
                WritableImage image = view.picture().snapshot(null, null);
                files.write(file, (Path target) -> PngFile.write(target, image));
            });
        }

        @Override
        public void exportTable() {
            dialogs.save(texts.get(Paced.key(model.lab(), "lab.export.table")), fileName(".csv"))
                    .ifPresent(file -> files.write(file, model.table()));
        }

        @Override
        public void exportScenario() {
            dialogs.save(texts.get("lab.export.scenario"), model.lab().id() + ".json")
                    .ifPresent(file -> files.write(file, model.scenarioText()));
        }

        @Override
        public void openScenario() {
            dialogs.open(texts.get("lab.open")).ifPresent(LabRoom.this::open);
        }

        @Override
        public void save() {
            String name =
                    texts.get("lab.saved.name", name(), model.learning().saved().size() + 1);
            model.learning().save(name, model.scenarioText());
            context.notices()
                    .show(texts.get("lab.saved", name), () -> model.learning().forget(name));
        }
    }
}
