package dev.rockpool.app.storageclasses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.lab.LabsScreen;
import dev.rockpool.app.shell.Place;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The point of the map is moved by keys: fewer reads make a colder class the cheapest, smaller objects Standard.
@ExtendWith(ApplicationExtension.class)
class StorageClassesPathTest {
    private final TestDesk desk;
    private final Path folder;

    StorageClassesPathTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofEverything(folder);
    }

    @Start
    void start(Stage stage) {
        TestWindow.show(stage, desk, folder, new Place(LabsScreen.ID, "storage-classes/videos/30"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void keysMoveThePoint(FxRobot robot) {
        assertThat(texts(robot)).contains("✓ Intelligent-Tiering");
        robot.clickOn(".rp-stage-drawing");
        for (int press = 0; press < 15; press++) {
            robot.type(KeyCode.DOWN);
        }
        assertThat(texts(robot)).contains("✓ Instant Retrieval");
        robot.press(KeyCode.SHIFT);
        for (int press = 0; press < 32; press++) {
            robot.type(KeyCode.DOWN);
        }
        robot.release(KeyCode.SHIFT);
        assertThat(texts(robot)).contains("✓ Standard");
    }

    private static Set<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Label label && label.isVisible()).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.toSet());
    }
}
