package dev.rockpool.app.lab;

import dev.rockpool.app.file.FileDialogs;
import dev.rockpool.app.file.WindowDialogs;
import dev.rockpool.app.kit.RowButton;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.kernel.InputException;
import dev.rockpool.simulators.Lab;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Labs, as a screen of the shell: the list of labs, or the one that is open. With one lab there is no list.
///
/// An item `LAB/PRESET` opens a preset and asks its question, `LAB/PRESET/SECOND` shows it at a second, `LAB/{…}` opens
/// a scenario; `welcome/` opens the first lab running.
public final class LabsScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "labs";

    /// Where the app starts for somebody who has neither predicted nor studied anything yet.
    public static final Place WELCOME = new Place(ID, "welcome/");

    /// What the text of a scenario begins with, and no preset's id.
    private static final String SCENARIO = "{";

    private final AppContext context;
    private final List<LabEntry<?, ?, ?>> entries;
    private final LabRepository records;
    private final LongSupplier nanos;
    private final FileDialogs dialogs;
    private final Map<String, LabRoom<?, ?, ?>> rooms = new HashMap<>();
    private final StackPane root = new StackPane();
    private final ReadOnlyStringWrapper where = new ReadOnlyStringWrapper("");
    private final Heartbeat heartbeat = new Heartbeat();
    private Optional<LabRoom<?, ?, ?>> front = Optional.empty();

    /// @param nanos a clock that runs on, for slices of work
    public LabsScreen(AppContext context, List<LabEntry<?, ?, ?>> entries, LongSupplier nanos) {
        this.context = context;
        this.entries = List.copyOf(entries);
        this.nanos = nanos;
        records = new LabRepository(context.database(), context.clock());
        dialogs = new WindowDialogs(root);
    }

    /// The screen before it is built.
    public static ScreenEntry entry(Supplier<List<LabEntry<?, ?, ?>>> labs) {
        return new ScreenEntry(ID, Feather.ACTIVITY, context -> new LabsScreen(context, labs.get(), System::nanoTime));
    }

    /// The place of a preset.
    public static Place placeOf(String lab, String preset) {
        return Place.of(ID, lab, preset);
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void shown() {
        if (front.isEmpty() && entries.size() == 1) {
            bring(entries.getFirst()).welcome();
        } else if (front.isEmpty()) {
            showList();
        }
        front.ifPresent(room -> room.view().focus());
        heartbeat.start();
    }

    @Override
    public void hidden() {
        heartbeat.stop();
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>(front.map(LabRoom::commands).orElse(List.of()));
        if (entries.size() > 1) {
            commands.add(Command.of("lab.list", "lab.list", this::showList, "L"));
        }
        return commands;
    }

    @Override
    public ObservableValue<String> where() {
        return where.getReadOnlyProperty();
    }

    @Override
    public void open(String item) {
        int slash = item.indexOf('/');
        String lab = item.substring(0, slash);
        String preset = item.substring(slash + 1);
        if (preset.isEmpty()) {
            bring(entries.getFirst()).welcome();
            front.ifPresent(room -> room.view().focus());
            return;
        }
        entries.stream()
                .filter(entry -> entry.lab().id().equals(lab))
                .findFirst()
                .ifPresentOrElse(
                        entry -> open(entry, preset),
                        () -> context.errors()
                                .show(new InputException(
                                        "lab-unknown", context.texts().get("lab.unknown", lab))));
    }

    private void open(LabEntry<?, ?, ?> entry, String item) {
        int slash = item.startsWith(SCENARIO) ? -1 : item.indexOf('/');
        String preset = slash < 0 ? item : item.substring(0, slash);
        try {
            LabRoom<?, ?, ?> room = bring(entry);
            if (preset.startsWith(SCENARIO)) {
                room.open(context.texts().get("lab.scenario"), preset);
            } else {
                room.open(preset);
            }
            if (slash >= 0) {
                room.model().openAt(Long.parseLong(item.substring(slash + 1)));
            }
        } catch (NumberFormatException _) {
            context.errors()
                    .show(new InputException("lab-second", context.texts().get("lab.no-second", item)));
        } catch (InputException fault) {
            context.errors().show(fault);
        }
    }

    private void showList() {
        front.ifPresent(room -> room.model().pause());
        front = Optional.empty();
        where.unbind();
        where.set("");
        root.getChildren().setAll(list());
    }

    /// The room in front, for tours and tests.
    Optional<LabRoom<?, ?, ?>> front() {
        return front;
    }

    private LabRoom<?, ?, ?> bring(LabEntry<?, ?, ?> entry) {
        LabRoom<?, ?, ?> room = rooms.computeIfAbsent(entry.lab().id(), _ -> room(entry));
        front = Optional.of(room);
        root.getChildren().setAll(room.root());
        where.unbind();
        where.bind(room.where());
        return room;
    }

    private <S, R, N extends dev.rockpool.simulators.Snapshot> LabRoom<S, R, N> room(LabEntry<S, R, N> entry) {
        return new LabRoom<>(context, entry, records, dialogs, nanos);
    }

    private Region list() {
        VBox list = new VBox();
        list.getStyleClass().addAll("rp-screen", "rp-lab-list");
        for (LabEntry<?, ?, ?> entry : entries) {
            Lab<?, ?, ?> lab = entry.lab();
            RowButton row = new RowButton(
                    lab.question(),
                    () -> bring(entry).welcome(),
                    new VBox(Words.heading(lab.question()), Words.muted(lab.name())));
            row.getStyleClass().add("rp-card");
            list.getChildren().add(row);
        }
        return list;
    }

    /// Lets time go by in the lab in front, once a pulse.
    private final class Heartbeat extends AnimationTimer {
        private long last;

        @Override
        public void handle(long now) {
            long elapsed = last == 0 ? 0 : now - last;
            last = now;
            front.ifPresent(room -> room.model().pulse(elapsed));
        }

        @Override
        public void stop() {
            super.stop();
            last = 0;
        }
    }
}
