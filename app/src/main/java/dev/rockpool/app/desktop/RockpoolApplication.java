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
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.offer.OwnPrices;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.RockpoolException;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.study.StudyCard;
import dev.rockpool.study.StudyOptions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Rockpool in a window.
public final class RockpoolApplication {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    /// One to lay out, one whose painting the next one waits for.
    private static final int PULSES_TO_PAINT = 3;

    private final DesktopOptions options;
    private final SingleInstance instance;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final WindowMemoryFile memoryFile;
    private final BiConsumer<Shell, Front> whenReady;
    private @Nullable OpenData data;
    private @Nullable RunningPlatform platform;
    private @Nullable RockpoolException failureAtClose;

    private RockpoolApplication(DesktopOptions options, SingleInstance instance, BiConsumer<Shell, Front> whenReady) {
        this.options = options;
        this.instance = instance;
        this.whenReady = whenReady;
        this.memoryFile = new WindowMemoryFile(options.directory());
    }

    /// Opens the window and returns when it is closed and everything is on disk. If Rockpool is running over this data
    /// directory already, brings that one to the front and returns.
    ///
    /// @throws RockpoolException if the data directory cannot be written, the display cannot be opened, or closing
    ///     failed
    public static void run(DesktopOptions options) {
        run(options, (_, _) -> {});
    }

    /// Opens the window, waits until its first screen is ready, shows the screen that a day begins with, and closes it.
    ///
    /// @throws RockpoolException as [#run] does
    public static void rehearse(DesktopOptions options) {
        run(options, (shell, front) -> {
            shell.navigator().open(Place.of(ScreenList.entries().getFirst().id()));
            PauseTransition seen = new PauseTransition(Duration.seconds(1));
            seen.setOnFinished(_ -> front.close());
            seen.play();
        });
    }

    private static void run(DesktopOptions options, BiConsumer<Shell, Front> whenReady) {
        Front front = new Front();
        CompletableFuture<Prepared> preparing =
                CompletableFuture.supplyAsync(() -> Prepared.of(options, front), Thread.ofPlatform()::start);
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                Assets.loadFonts();
            });
        } catch (UnsupportedOperationException refused) { // what the toolkit says of a display it cannot open
            awaited(preparing).instance().ifPresent(SingleInstance::close);
            throw new EnvironmentException(
                    "app-no-display",
                    "The display that DISPLAY or WAYLAND_DISPLAY names cannot be opened: check it, or run"
                            + " ./rockpool tour to draw every screen to pictures.",
                    refused);
        }
        try {
            Prepared prepared = awaited(preparing);
            prepared.instance().ifPresent(instance -> {
                RockpoolApplication application = new RockpoolApplication(options, instance, whenReady);
                Platform.runLater(() -> application.show(front, prepared.memory(), prepared.texts()));
                application.awaitClosed();
            });
        } finally {
            Platform.exit();
        }
    }

    private static Prepared awaited(CompletableFuture<Prepared> preparing) {
        try {
            return preparing.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RockpoolException known ? known : failure;
        }
    }

    private void awaitClosed() {
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

    private void show(Front front, WindowMemory memory, Texts texts) {
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
        afterFirstPicture(() -> {
            Assets.icons().forEach(stage.getIcons()::add);
            openData(shell, appearance, tasks, texts, front, stage);
        });
    }

    /// Runs `next` once the window's first picture is painted: on a machine with few processors it would hold that up.
    private static void afterFirstPicture(Runnable next) {
        new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                pulses++;
                if (pulses == PULSES_TO_PAINT) {
                    stop();
                    next.run();
                }
            }
        }.start();
    }

    private void openData(Shell shell, Appearance appearance, TaskRunner tasks, Texts texts, Front front, Stage stage) {
        Place start = shell.navigator().current().get();
        tasks.of(_ -> {
                    readPrices();
                    return OpenData.open(options.directory(), options.clock(), options.zone(), options.seed(), tasks);
                })
                .onSuccess(opened -> {
                    data = opened;
                    ready(opened, shell, appearance, tasks, texts, start, stage);
                    whenReady.accept(shell, front);
                })
                .onFailure(Throwable.class, failure -> {
                    shell.errors().show(failure);
                    shell.failed(() -> openData(shell, appearance, tasks, texts, front, stage));
                })
                .start();
    }

    /// A fault in them keeps no window shut; the screen Costs tells it.
    private void readPrices() {
        try {
            PricesInForce.use(new OwnPrices(options.directory().prices()).book());
        } catch (InputException _) {
            PricesInForce.use(PriceBook.shipped());
        }
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

    /// What needs no toolkit, and is made while the toolkit starts.
    ///
    /// @param instance empty where another process is the one
    private record Prepared(Optional<SingleInstance> instance, WindowMemory memory, Texts texts) {
        static Prepared of(DesktopOptions options, Front front) {
            return new Prepared(
                    SingleInstance.claim(options.directory(), options.secrets(), front),
                    new WindowMemoryFile(options.directory()).read(),
                    Texts.in(options.locale()));
        }
    }

    /// Brings the window to the front, as soon as there is one.
    private static final class Front implements Runnable {
        private volatile @Nullable Stage stage;

        void use(Stage shown) {
            stage = shown;
        }

        /// As its user would.
        void close() {
            Stage shown = Objects.requireNonNull(stage);
            shown.fireEvent(new WindowEvent(shown, WindowEvent.WINDOW_CLOSE_REQUEST));
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
