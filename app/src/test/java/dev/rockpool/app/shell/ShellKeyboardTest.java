package dev.rockpool.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.Toolkit;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.preference.StoredPreferences;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.settings.SettingsScreen;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.app.theme.Appearance;
import dev.rockpool.app.theme.Stylesheets;
import dev.rockpool.app.theme.Theme;
import dev.rockpool.content.Library;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.database.Database;
import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Seed;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.study.Study;
import dev.rockpool.study.StudyOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The shell, through the keyboard.
class ShellKeyboardTest {
    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final List<String> done = new ArrayList<>();
    private final Appearance appearance = new Appearance(new SimpleObjectProperty<>(Theme.LIGHT));
    private final Texts texts = Texts.in(Locale.ENGLISH);
    private final Faults faults = new Faults(texts);
    private final TaskRunner tasks = new TaskRunner(Runnable::run, Runnable::run, faults::show);
    private final StoredPreferences preferences = new StoredPreferences(Map.of(), tasks, _ -> {});
    private Database database;
    private Stage stage;
    private Shell shell;

    /// A screen with one plain key and a text field.
    private final class PoolScreen implements Screen {
        private final String name;
        private final TextField field = new TextField();
        private final StackPane root = new StackPane(new Label("…"), field);

        PoolScreen(String name) {
            this.name = name;
        }

        @Override
        public Region root() {
            return root;
        }

        @Override
        public void shown() {
            done.add("shown " + name);
            root.requestFocus();
        }

        @Override
        public void hidden() {
            done.add("hidden " + name);
        }

        @Override
        public List<Command> commands() {
            return List.of(Command.of(name + ".dive", "command.back", () -> done.add("dive " + name), "D"));
        }

        @Override
        public ObservableValue<String> where() {
            return new ReadOnlyStringWrapper("1 of 2");
        }

        @Override
        public void open(String item) {
            done.add("open " + item);
        }
    }

    @BeforeEach
    void openWindow() throws TimeoutException, InterruptedException {
        database = Database.open(folder);
        shell = Toolkit.call(() -> newShell(database));
        stage = Toolkit.call(() -> newWindow(shell));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Shell newShell(Database open) {
        Shell made = new Shell(
                texts,
                appearance,
                tasks,
                faults,
                List.of(
                        new ScreenEntry("today", Feather.SUN, _ -> new PoolScreen("today")),
                        new ScreenEntry("document", Feather.BOOK_OPEN, _ -> new PoolScreen("document")),
                        new ScreenEntry("settings", Feather.SETTINGS, SettingsScreen::new)),
                Place.of("today"),
                List.of());
        InstantSource clock = InstantSource.fixed(Instant.parse("2026-03-18T09:30:00Z"));
        made.ready(
                new AppContext(
                        new Study(open, clock, ZoneOffset.UTC, StudyOptions.STANDARD, new Seed(1)),
                        Library.builtIn(),
                        texts,
                        tasks,
                        faults,
                        made.notices(),
                        made.navigator(),
                        preferences,
                        appearance,
                        _ -> {},
                        content -> {
                            throw new IllegalStateException(content.title());
                        },
                        clock,
                        ZoneOffset.UTC,
                        new DataDirectory(folder),
                        () -> folder,
                        open,
                        new RunningPlatform(
                                PlatformOptions.in(folder.resolve("platform")),
                                clock,
                                new SecureRandom(),
                                PriceBook::shipped,
                                preferences,
                                tasks)),
                List.of());
        return made;
    }

    private Stage newWindow(Shell of) {
        Scene scene = new Scene(of.root(), 980, 740);
        Stylesheets.bind(scene, appearance);
        of.attach(scene);
        Stage window = new Stage();
        window.setScene(scene);
        window.show();
        window.requestFocus();
        return window;
    }

    @AfterEach
    void closeWindow() throws TimeoutException, InterruptedException {
        Toolkit.call(() -> {
            stage.close();
            return stage;
        });
        database.close();
    }

    private void shortcut(KeyCode key) {
        robot.push(KeyCode.SHORTCUT, key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void press(KeyCode key) {
        robot.push(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Place here() {
        return shell.navigator().current().get();
    }

    @Test
    void digitsOpenScreensAndAltLeftGoesBack() {
        shortcut(KeyCode.DIGIT2);
        assertThat(here()).isEqualTo(Place.of("document"));
        assertThat(done).containsExactly("shown today", "hidden today", "shown document");
        shortcut(KeyCode.COMMA);
        assertThat(here()).isEqualTo(Place.of("settings"));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(here()).isEqualTo(Place.of("today"));
    }

    @Test
    void theWayBackLeadsToAScreenAsItWasLeft() {
        open(new Place("document", "claim/q12-c2"));
        open(Place.of("today"));
        done.clear();
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(done).as("no second opening").containsExactly("hidden today", "shown document");
        open(new Place("document", "claim/q12-c3"));
        done.clear();
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(done).as("another item of the same screen").containsExactly("open claim/q12-c2");
    }

    private void open(Place place) {
        robot.interact(() -> shell.navigator().open(place));
    }

    @Test
    void plainKeysReachTheScreenButNotWhileTyping() {
        press(KeyCode.D);
        assertThat(done).contains("dive today");
        done.clear();
        robot.interact(() -> robot.lookup(".text-field").query().requestFocus());
        press(KeyCode.D);
        assertThat(done).isEmpty();
        assertThat(robot.lookup(".text-field").queryAs(TextField.class).getText())
                .isEqualTo("d");
    }

    @Test
    void thePaletteFindsScreensAndCommandsAndGivesTheFocusBack() {
        shortcut(KeyCode.K);
        robot.write("docu");
        WaitForAsyncUtils.waitForFxEvents();
        ListView<?> found = robot.lookup("#palette-found").queryListView();
        assertThat(found.getItems()).isNotEmpty();
        press(KeyCode.ENTER);
        assertThat(here()).isEqualTo(Place.of("document"));
        shortcut(KeyCode.K);
        press(KeyCode.D);
        assertThat(done).doesNotContain("dive document");
        press(KeyCode.ESCAPE);
        assertThat(robot.lookup("#palette-query").tryQuery()).isEmpty();
        press(KeyCode.D);
        assertThat(done).contains("dive document");
    }

    @Test
    void arrowsChooseInThePalette() {
        shortcut(KeyCode.K);
        ListView<?> found = robot.lookup("#palette-found").queryListView();
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.UP);
        assertThat(found.getSelectionModel().getSelectedIndex()).isEqualTo(1);
        robot.write("no such thing anywhere");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(found.getItems()).isEmpty();
        press(KeyCode.ENTER);
        assertThat(robot.lookup("#palette-query").tryQuery()).isPresent();
    }

    @Test
    void theSheetShowsTheKeysOfTheScreen() {
        press(KeyCode.F1);
        assertThat(robot.lookup("Keyboard shortcuts").tryQuery()).isPresent();
        assertThat(robot.lookup("On this screen: Today").tryQuery()).isPresent();
        press(KeyCode.ESCAPE);
        assertThat(robot.lookup("Keyboard shortcuts").tryQuery()).isEmpty();
    }

    @Test
    void themeAndZoomAndProjectorAnswerToKeys() {
        shortcut(KeyCode.EQUALS);
        assertThat(appearance.zoom().get()).isEqualTo(110);
        shortcut(KeyCode.MINUS);
        shortcut(KeyCode.MINUS);
        assertThat(appearance.zoom().get()).isEqualTo(90);
        shortcut(KeyCode.DIGIT0);
        assertThat(appearance.zoom().get()).isEqualTo(100);
        press(KeyCode.F11);
        assertThat(appearance.projector().get()).isTrue();
        press(KeyCode.F11);
        shortcut(KeyCode.K);
        robot.write("dark");
        WaitForAsyncUtils.waitForFxEvents();
        press(KeyCode.ENTER);
        assertThat(appearance.theme().getValue()).isEqualTo(Theme.DARK);
    }

    @Test
    void aSettingHoldsAtOnceAndCanBeUndone() {
        shortcut(KeyCode.COMMA);
        robot.interact(() -> robot.lookup("#retention").query().requestFocus());
        press(KeyCode.RIGHT);
        press(KeyCode.RIGHT);
        assertThat(preferences.get(StudySettings.RETENTION)).isEqualTo(92);
        shortcut(KeyCode.Z);
        assertThat(preferences.get(StudySettings.RETENTION)).isEqualTo(91);
        assertThat(robot.lookup("#notice-undo").tryQuery()).isEmpty();
    }

    @Test
    void aTypedSettingThatIsNoneStaysAndIsExplained() {
        shortcut(KeyCode.COMMA);
        TextField steps = robot.lookup("#steps").queryAs(TextField.class);
        robot.interact(() -> {
            steps.requestFocus();
            steps.setText("10m 1m");
        });
        press(KeyCode.ENTER);
        assertThat(steps.getText()).isEqualTo("10m 1m");
        assertThat(robot.lookup(texts.get("settings.steps.fault")).query().isVisible())
                .isTrue();
        assertThat(preferences.get(StudySettings.LEARNING_STEPS)).isEqualTo(StudySettings.LEARNING_STEPS.standard());
    }

    @Test
    void aPlaceOpensItsItem() {
        robot.interact(() -> shell.navigator().open(Place.of("document", "claim", "q12-c3")));
        assertThat(done).endsWith("shown document", "open claim/q12-c3");
    }

    @Test
    void aFaultIsToldOnceInABarAndClosed() {
        robot.interact(() -> {
            shell.errors().show(new EnvironmentException("database-disk-full", "The disk is full."));
            shell.errors().show(new EnvironmentException("database-disk-full", "The disk is still full."));
        });
        assertThat(robot.lookup(".rp-fault").queryAll()).hasSize(1);
        assertThat(robot.lookup("The disk is still full.").tryQuery()).isPresent();
        robot.interact(() -> shell.errors().clear("database-disk-full"));
        assertThat(robot.lookup(".rp-fault").tryQuery()).isEmpty();
    }
}
