package dev.rockpool.app;

import dev.rockpool.app.desktop.BesideWindows;
import dev.rockpool.app.desktop.ScreenList;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.preference.Preferences;
import dev.rockpool.app.preference.Setting;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Faults;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Shell;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.app.theme.Appearance;
import dev.rockpool.app.theme.Assets;
import dev.rockpool.app.theme.Stylesheets;
import dev.rockpool.app.theme.Theme;
import dev.rockpool.kernel.DataDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// A window with all screens over a [TestDesk], for paths through the keyboard. Everything runs at once.
public final class TestWindow {
    private static final int WIDTH = 980;
    private static final int HEIGHT = 760;

    private final Shell shell;
    private final Faults faults;

    private TestWindow(Shell shell, Faults faults) {
        this.shell = shell;
        this.faults = faults;
    }

    /// Shows `desk` in `stage`, at `place`.
    public static TestWindow show(Stage stage, TestDesk desk, Path folder, Place place) {
        return show(stage, desk, folder, place, RunningPlatform.PORT.standard());
    }

    /// The same, whose endpoints answer from `port` on once they are switched on.
    public static TestWindow show(Stage stage, TestDesk desk, Path folder, Place place, int port) {
        Assets.loadFonts();
        Texts texts = TestDesk.texts();
        Appearance appearance = new Appearance(new SimpleObjectProperty<>(Theme.LIGHT));
        Preferences preferences = new Defaults(port);
        Faults faults = new Faults(texts);
        TaskRunner tasks = new TaskRunner(Runnable::run, Runnable::run, faults::show);
        Shell shell = new Shell(texts, appearance, tasks, faults, ScreenList.entries(), place, List.of());
        Scene scene = new Scene(shell.root(), WIDTH, HEIGHT);
        Stylesheets.bind(scene, appearance);
        shell.attach(scene);
        stage.setScene(scene);
        stage.setWidth(WIDTH); // the stage of the test before may have had another size
        stage.setHeight(HEIGHT);
        stage.show();
        RunningPlatform platform = desk.platform(folder, tasks, preferences);
        shell.ready(
                new AppContext(
                        desk.study(),
                        desk.library(),
                        texts,
                        tasks,
                        faults,
                        shell.notices(),
                        shell.navigator(),
                        preferences,
                        appearance,
                        _ -> {},
                        new BesideWindows(stage),
                        desk.clock(),
                        TestDesk.ZONE,
                        new DataDirectory(folder),
                        () -> folder,
                        desk.database(),
                        platform),
                List.of());
        return new TestWindow(shell, faults);
    }

    /// Where the user is.
    public Place place() {
        return shell.navigator().current().get();
    }

    /// Goes to a place.
    public void open(Place place) {
        shell.navigator().open(place);
    }

    public Faults faults() {
        return faults;
    }

    /// Every setting at its default, but the port.
    private record Defaults(int port) implements Preferences {
        @Override
        @SuppressWarnings("unchecked") // the setting of the port is a whole number
        public <T> T get(Setting<T> setting) {
            return setting.equals(RunningPlatform.PORT) ? (T) Integer.valueOf(port) : setting.standard();
        }

        @Override
        public <T> void set(Setting<T> setting, T value) {}

        @Override
        public void takeOver(Map<String, String> stored) {}

        @Override
        public <T> ObservableValue<T> observe(Setting<T> setting) {
            return new SimpleObjectProperty<>(setting.standard());
        }
    }
}
