package dev.rockpool.app.tour;

import dev.rockpool.app.kit.PngFile;
import dev.rockpool.app.palette.PaletteSource;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Faults;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.app.shell.Shell;
import dev.rockpool.app.shell.Windows;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.app.theme.Appearance;
import dev.rockpool.app.theme.Stylesheets;
import dev.rockpool.app.theme.Theme;
import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Paints windows that are never shown, and checks what was painted. Each is painted in one turn of the thread that
/// owns the interface, and all tasks of its windows run on it too, at once. Between two windows the toolkit has its own
/// turn: what a window left for later holds that window until then.
public final class Tour implements AutoCloseable {
    private static final int LAYOUT_PASSES = 3;

    private final Texts texts;
    private final InstantSource clock;
    private final ZoneId zone;
    private final List<ScreenEntry> entries;
    private final Function<TourState, TourData> data;
    private final BiFunction<TourData, Shell, List<PaletteSource>> sources;
    private final Map<TourState, TourData> prepared = new EnumMap<>(TourState.class);

    /// @param clock stands, so that pictures are the same at each run
    /// @param entries the screens of the sidebar
    /// @param data makes a state's data, once a tour
    /// @param sources what the palette finds besides screens and commands
    public Tour(
            Texts texts,
            InstantSource clock,
            ZoneId zone,
            List<ScreenEntry> entries,
            Function<TourState, TourData> data,
            BiFunction<TourData, Shell, List<PaletteSource>> sources) {
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
        this.entries = List.copyOf(entries);
        this.data = data;
        this.sources = sources;
    }

    /// One picture to be painted.
    public record Shot(TourStop stop, TourState state, TourLook look, TourSize size) {
        /// `today-typical-light-1280x800.png`.
        public String fileName() {
            return stop.name() + "-" + state.name().toLowerCase(Locale.ROOT) + "-"
                    + look.name().toLowerCase(Locale.ROOT) + "-" + size + ".png";
        }
    }

    /// Every stop in every state, look and size; besides, each stop's typical state in the smallest window and at 150
    /// %.
    public static List<Shot> everything(List<TourStop> stops) {
        List<Shot> shots = new ArrayList<>();
        for (TourLook look :
                TourLook.values()) { // outermost: another theme makes the toolkit read all stylesheets anew
            for (TourStop stop : stops) {
                for (TourState state : stop.states()) {
                    shots.add(new Shot(stop, state, look, TourSize.SMALL));
                    shots.add(new Shot(stop, state, look, TourSize.LARGE));
                }
                if (look == TourLook.LIGHT) {
                    shots.add(new Shot(stop, usual(stop), look, TourSize.SMALLEST));
                    shots.add(new Shot(stop, usual(stop), look, TourSize.ZOOMED));
                }
            }
        }
        return List.copyOf(shots);
    }

    private static TourState usual(TourStop stop) {
        return stop.states().contains(TourState.TYPICAL)
                ? TourState.TYPICAL
                : stop.states().iterator().next();
    }

    /// Paints `shots` into `folder`, which is created, and checks them. Not for the thread that owns the interface.
    ///
    /// @param painted is told each picture as it is written, on that thread
    /// @throws EnvironmentException `app-tour-unwritable` if a picture cannot be written
    public TourReport paint(List<Shot> shots, Path folder, Consumer<Path> painted) {
        List<Path> pictures = new ArrayList<>();
        List<TourFault> faults = new ArrayList<>();
        try (StylesheetWarnings warnings = new StylesheetWarnings()) {
            for (Shot shot : shots) {
                onToolkit(() -> {
                    Path picture = folder.resolve(shot.fileName());
                    faults.addAll(paint(shot, picture, warnings));
                    pictures.add(picture);
                    painted.accept(picture);
                });
            }
        }
        return new TourReport(pictures, faults);
    }

    private List<TourFault> paint(Shot shot, Path picture, StylesheetWarnings warnings) {
        Window window = window(shot);
        WritableImage image = window.paint();
        try {
            Files.createDirectories(picture.getParent());
            PngFile.write(picture, image);
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "app-tour-unwritable",
                    "The pictures cannot be written to " + picture.getParent() + ": name another folder with --out.",
                    failure);
        }
        List<TourFault> faults = new ArrayList<>();
        warnings.take().forEach(sentence -> faults.add(new TourFault(shot.fileName(), "css", sentence)));
        SceneCheck.check(window.scene, image, shot.look() == TourLook.PROJECTOR)
                .forEach(found -> faults.add(new TourFault(shot.fileName(), found.check(), found.sentence())));
        window.close();
        return faults;
    }

    private static void onToolkit(Runnable act) {
        if (Platform.isFxApplicationThread()) {
            act.run();
            return;
        }
        try {
            CompletableFuture.runAsync(act, Platform::runLater).join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }

    /// The scene of one shot, laid out, for checks of other kinds.
    public Scene scene(Shot shot) {
        Window window = window(shot);
        window.layOut();
        window.close();
        return window.scene;
    }

    /// Closes the data of all windows.
    @Override
    public void close() {
        onToolkit(() -> {
            prepared.values().forEach(TourData::close);
            prepared.clear();
        });
    }

    private Window window(Shot shot) {
        boolean own = shot.stop().changesData();
        TourData of = own ? data.apply(shot.state()) : prepared.computeIfAbsent(shot.state(), data);
        Window window = new Window(shot, of, own ? of::close : () -> {});
        shot.stop().arrange(shot.state(), window);
        return window;
    }

    /// A window that is never shown.
    private final class Window implements TourStage {
        private final Shot shot;
        private final AppContext context;
        private Scene scene;
        private final Runnable close;

        Window(Shot shot, TourData of, Runnable close) {
            this.shot = shot;
            Appearance appearance = new Appearance(new SimpleObjectProperty<>(Theme.LIGHT));
            appearance.zoom().set(shot.size().zoom());
            shot.look().applyTo(appearance);
            Faults faults = new Faults(texts);
            TaskRunner tasks = new TaskRunner(Runnable::run, Runnable::run, faults::show);
            Shell shell = new Shell(texts, appearance, tasks, faults, entries, Place.of(""), List.of());
            this.close = () -> {
                shell.leave();
                close.run();
            };
            scene = new Scene(shell.root(), shot.size().width(), shot.size().height());
            Stylesheets.bind(scene, appearance);
            shell.attach(scene);
            context = new AppContext(
                    of.study(),
                    of.library(),
                    texts,
                    tasks,
                    faults,
                    shell.notices(),
                    shell.navigator(),
                    of.preferences(),
                    appearance,
                    _ -> {},
                    this::beside,
                    clock,
                    zone,
                    of.directory(),
                    () -> of.directory().backups(),
                    of.database(),
                    of.platform());
            layOut();
            shell.ready(context, sources.apply(of, shell));
            layOut();
        }

        /// From now on the window beside is painted instead.
        private Windows.Open beside(Windows.Content content) {
            Scene main = scene;
            scene = new Scene(content.root(), shot.size().width(), shot.size().height());
            Stylesheets.bind(scene, content.appearance());
            scene.addEventFilter(KeyEvent.KEY_PRESSED, content.keys());
            return new Windows.Open() {
                @Override
                public void toggleFullScreen() {}

                @Override
                public void close() {
                    scene.setRoot(new Group());
                    scene = main;
                }
            };
        }

        @Override
        public AppContext context() {
            return context;
        }

        @Override
        public void press(KeyCode key) {
            fire(key, false);
        }

        @Override
        public void shortcut(KeyCode key) {
            fire(key, true);
        }

        @Override
        public void type(String text) {
            text.chars().forEach(letter -> {
                String typed = String.valueOf((char) letter);
                send(new KeyEvent(KeyEvent.KEY_TYPED, typed, typed, KeyCode.UNDEFINED, false, false, false, false));
            });
            layOut();
        }

        private void fire(KeyCode key, boolean withShortcut) {
            boolean mac = withShortcut && isMac();
            boolean control = withShortcut && !mac;
            send(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, mac));
            send(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, control, false, mac));
            layOut();
        }

        private void send(KeyEvent event) {
            @Nullable Node owner = scene.getFocusOwner();
            Event.fireEvent(owner == null ? scene.getRoot() : owner, event);
        }

        private void close() {
            close.run();
        }

        private WritableImage paint() {
            layOut();
            WritableImage image = new WritableImage((int) scene.getWidth(), (int) scene.getHeight());
            return scene.snapshot(image);
        }

        /// A scene that is not shown has no pulse: cells and wrapped text settle in a few passes.
        private void layOut() {
            if (scene.getRoot() instanceof Region root) {
                root.resize(scene.getWidth(), scene.getHeight());
            }
            for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }
        }
    }

    private static boolean isMac() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }
}
