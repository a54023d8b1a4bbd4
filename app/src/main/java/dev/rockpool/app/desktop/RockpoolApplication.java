package dev.rockpool.app.desktop;

import dev.rockpool.app.collection.OpenData;
import dev.rockpool.app.lab.LabsScreen;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Faults;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Shell;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.app.theme.Appearance;
import dev.rockpool.app.theme.Assets;
import dev.rockpool.app.theme.Stylesheets;
import dev.rockpool.app.theme.Theme;
import dev.rockpool.app.window.SingleInstance;
import dev.rockpool.app.window.WindowMemory;
import dev.rockpool.app.window.WindowMemoryFile;
import dev.rockpool.content.Glossary;
import dev.rockpool.costmodel.offer.OwnPrices;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.RockpoolException;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.study.StudyCard;
import dev.rockpool.study.StudyOptions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;

/// Rockpool in a window.
public final class RockpoolApplication {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final DesktopOptions options;
    private final SingleInstance instance;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final WindowMemoryFile memoryFile;
    private @Nullable OpenData data;
    private @Nullable RunningPlatform platform;
    private @Nullable RockpoolException failureAtClose;

    private RockpoolApplication(DesktopOptions options, SingleInstance instance) {
        this.options = options;
        this.instance = instance;
        this.memoryFile = new WindowMemoryFile(options.directory());
    }

    /// Opens the window and returns when it is closed and everything is on disk. If Rockpool is running over this data
    /// directory already, brings that one to the front and returns.
    ///
    /// @throws RockpoolException if the data directory cannot be written, the display cannot be opened, or closing
    ///     failed
    public static void run(DesktopOptions options) {
        Front front = new Front();
        Optional<SingleInstance> instance = SingleInstance.claim(options.directory(), options.secrets(), front);
        if (instance.isEmpty()) {
            return;
        }
        new RockpoolApplication(options, instance.get()).open(front);
    }

    private void open(Front front) {
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                Assets.loadFonts();
                show(front);
            });
        } catch (UnsupportedOperationException refused) { // what the toolkit says of a display it cannot open
            background.close();
            instance.close();
            throw new EnvironmentException(
                    "app-no-display",
                    "The display that DISPLAY or WAYLAND_DISPLAY names cannot be opened: check it, or run"
                            + " ./rockpool tour to draw every screen to pictures.",
                    refused);
        }
        boolean interrupted = false;
        while (closed.getCount() > 0) {
            try {
                closed.await();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failureAtClose != null) {
            throw failureAtClose;
        }
    }

    private void show(Front front) {
        WindowMemory memory = memoryFile.read();
        Texts texts = Texts.in(options.locale());
        Appearance appearance =
                new Appearance(Platform.getPreferences().colorSchemeProperty().map(RockpoolApplication::themeOf));
        appearance.choice().set(memory.theme());
        appearance.zoom().set(memory.zoom());

        Faults faults = new Faults(texts);
        TaskRunner tasks = new TaskRunner(background, Platform::runLater, faults::show);
        Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> faults.show(failure));
        Stage stage = new Stage();
        Command quit = Command.of(
                "app.quit",
                "command.quit",
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)),
                "Shortcut+Q");
        Shell shell = new Shell(
                texts, appearance, tasks, faults, ScreenList.entries(), Place.of(memory.screen()), List.of(quit));
        Scene scene = new Scene(shell.root(), WIDTH, HEIGHT);
        Stylesheets.bind(scene, appearance);
        shell.attach(scene);

        stage.setTitle(texts.get("app.name"));
        Assets.icons().forEach(stage.getIcons()::add);
        stage.setScene(scene);
        stage.setMinWidth(WindowMemory.Bounds.LEAST_WIDTH);
        stage.setMinHeight(WindowMemory.Bounds.LEAST_HEIGHT);
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setFullScreenExitHint("");
        place(stage, memory);
        appearance.projector().subscribe(stage::setFullScreen);
        stage.fullScreenProperty().subscribe(full -> appearance.projector().set(full));
        stage.setOnCloseRequest(event -> {
            event.consume();
            close(stage, appearance, shell.navigator().current().get().screen());
        });
        stage.show();
        front.use(stage);
        openData(shell, appearance, tasks, texts, stage);
    }

    private void openData(Shell shell, Appearance appearance, TaskRunner tasks, Texts texts, Stage stage) {
        Place start = shell.navigator().current().get();
        tasks.of(_ -> OpenData.open(options.directory(), options.clock(), options.zone(), options.seed(), tasks))
                .onSuccess(opened -> {
                    data = opened;
                    ready(opened, shell, appearance, tasks, texts, start, stage);
                })
                .onFailure(Throwable.class, failure -> {
                    shell.errors().show(failure);
                    shell.failed(() -> openData(shell, appearance, tasks, texts, stage));
                })
                .start();
    }

    private void ready(
            OpenData opened,
            Shell shell,
            Appearance appearance,
            TaskRunner tasks,
            Texts texts,
            Place start,
            Stage stage) {
        RunningPlatform running = new RunningPlatform(
                PlatformOptions.in(options.directory().platform()),
                options.clock(),
                new SecureRandom(),
                new OwnPrices(options.directory().prices())::book,
                opened.preferences(),
                tasks);
        platform = running;
        if (running.serves()) {
            running.open();
        }
        AppContext context = new AppContext(
                opened.study(),
                opened.library(),
                texts,
                tasks,
                shell.errors(),
                shell.notices(),
                shell.navigator(),
                opened.preferences(),
                appearance,
                new OutsideWorld(tasks, System.getProperty("os.name")),
                new BesideWindows(stage),
                options.clock(),
                options.zone(),
                options.directory(),
                () -> opened.backUp(options.clock()),
                opened.database(),
                running);
        shell.ready(
                context,
                List.of(
                        new LibraryPalette(
                                opened.library(), () -> Glossary.builtIn().terms(), shell.navigator()),
                        new LabPalette(shell.navigator()),
                        new QuizPalette(texts, shell.navigator()),
                        new CostsPalette(texts, shell.navigator()),
                        new StorePalette(running, texts, shell.navigator()),
                        new StreamPalette(running, texts, shell.navigator())));
        boolean hasGoneElsewhere = !shell.navigator().current().get().equals(start);
        if (!hasGoneElsewhere && FirstStart.of(context)) {
            shell.navigator().open(LabsScreen.WELCOME);
        }
        follow(opened, shell, tasks);
    }

    /// What the user changes in deck files and settings holds at once.
    private void follow(OpenData opened, Shell shell, TaskRunner tasks) {
        opened.library()
                .watch(_ -> tasks.of(_ -> opened.study()
                                .learnAbout(StudyCard.of(opened.library().snapshot())))
                        .onSuccess(_ -> shell.changed())
                        .start());
        opened.preferences()
                .observe(StudySettings.FOLDERS)
                .addListener((_, _, folders) -> tasks.of(_ -> {
                            opened.library().use(StudySettings.folders(options.directory(), folders));
                            return opened.study()
                                    .learnAbout(StudyCard.of(opened.library().snapshot()));
                        })
                        .onSuccess(_ -> shell.changed())
                        .start());
        AtomicReference<StudyOptions> latest = new AtomicReference<>(StudyOptions.STANDARD);
        StudySettings.listen(opened.preferences(), () -> {
            latest.set(StudySettings.options(opened.preferences()));
            tasks.of(_ -> {
                        opened.study().use(latest.get());
                        return latest;
                    })
                    .onSuccess(_ -> shell.changed())
                    .start();
        });
    }

    private static void place(Stage stage, WindowMemory memory) {
        memory.bounds()
                .filter(bounds -> !Screen.getScreensForRectangle(
                                bounds.x(), bounds.y(), bounds.width(), bounds.height())
                        .isEmpty())
                .ifPresentOrElse(
                        bounds -> {
                            stage.setX(bounds.x());
                            stage.setY(bounds.y());
                            stage.setWidth(bounds.width());
                            stage.setHeight(bounds.height());
                        },
                        () -> {
                            Rectangle2D desktop = Screen.getPrimary().getVisualBounds();
                            stage.setWidth(Math.min(WIDTH, desktop.getWidth()));
                            stage.setHeight(Math.min(HEIGHT, desktop.getHeight()));
                        });
        stage.setMaximized(memory.maximised());
    }

    /// Hides the window at once; what must be on disk is written before [#run] returns.
    private void close(Stage stage, Appearance appearance, String screen) {
        boolean filling = stage.isMaximized() || stage.isFullScreen();
        Optional<WindowMemory.Bounds> bounds = filling
                ? memoryFile.read().bounds()
                : Optional.of(new WindowMemory.Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight()));
        WindowMemory memory = new WindowMemory(
                bounds,
                stage.isMaximized(),
                screen,
                appearance.zoom().get(),
                appearance.choice().get());
        stage.hide();
        Thread.ofPlatform().name("closing").start(() -> {
            try (background) {
                memoryFile.write(memory);
                if (data != null) {
                    data.backUp(options.clock());
                    data.close();
                }
                if (platform != null) {
                    platform.close();
                }
                instance.close();
            } catch (RockpoolException failure) {
                failureAtClose = failure;
            } finally {
                Platform.exit();
                closed.countDown();
            }
        });
    }

    private static Theme themeOf(ColorScheme scheme) {
        return switch (scheme) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }

    /// Brings the window to the front, as soon as there is one.
    private static final class Front implements Runnable {
        private volatile @Nullable Stage stage;

        void use(Stage shown) {
            stage = shown;
        }

        @Override
        public void run() {
            Stage shown = stage;
            if (shown != null) {
                Platform.runLater(() -> {
                    shown.setIconified(false);
                    shown.toFront();
                    shown.requestFocus();
                });
            }
        }
    }
}
