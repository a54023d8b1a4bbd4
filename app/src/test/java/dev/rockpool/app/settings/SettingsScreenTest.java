package dev.rockpool.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import java.nio.file.Path;
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

@ExtendWith(ApplicationExtension.class)
class SettingsScreenTest {
    private static final int CONTROLS = 40;

    private final TestDesk desk;
    private final Path folder;

    SettingsScreenTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofTides(folder);
    }

    @Start
    void start(Stage stage) {
        TestWindow.show(stage, desk, folder, Place.of("settings"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void fittingIsReachedAndDoneThroughTheKeyboard(FxRobot robot) {
        for (int i = 0; i < CONTROLS && !robot.lookup("#fit").query().isFocused(); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(robot.lookup("#fit").query().isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        Label result = robot.lookup("#fit-result").queryAs(Label.class);
        assertThat(result.isVisible()).isTrue();
        assertThat(result.getText()).startsWith("Too early: none of your 0 reviews");
        assertThat(robot.lookup("#fit").query().isFocused())
                .as("the focus comes back from Cancel")
                .isTrue();
    }
}
