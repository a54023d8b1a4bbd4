package dev.rockpool.app.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import java.nio.file.Path;
import javafx.scene.control.Button;
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
class PlanScreenTest {
    private static final int CONTROLS = 30;

    private final TestDesk desk;
    private final Path folder;

    PlanScreenTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofTides(folder);
    }

    @Start
    void start(Stage stage) {
        TestWindow.show(stage, desk, folder, Place.of("plan"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void retentionAndExamAreReachedThroughTheKeyboard(FxRobot robot) {
        assertThat(robot.lookup("#plan-retention").query().isFocused()).isTrue();
        Button use = robot.lookup("#plan-use").queryButton();
        assertThat(use.isDisabled()).isTrue();
        robot.type(KeyCode.RIGHT);
        assertThat(use.getText()).isEqualTo("Use 91\u00a0%");
        assertThat(use.isDisabled()).isFalse();
        assertThat(robot.lookup("#exam-claim").queryAs(Label.class).getText()).contains("of 3 cards");
        for (int i = 0; i < CONTROLS && !robot.lookup("#exam-act").query().isFocused(); i++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(robot.lookup("#exam-act").query().isFocused()).isTrue();
    }
}
