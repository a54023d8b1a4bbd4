package dev.rockpool.app.study;

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
class StudyScreenTest {
    private final TestDesk desk;
    private final Path folder;

    StudyScreenTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofTides(folder);
    }

    @Start
    void start(Stage stage) {
        TestWindow.show(stage, desk, folder, Place.of("study"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void threeCardsAreStudiedThroughTheKeyboardWithAnUndoBetween(FxRobot robot) {
        robot.type(KeyCode.SPACE, KeyCode.DIGIT4);
        assertThat(desk.study().counts().doneToday()).isEqualTo(1);

        robot.write("16 m");
        robot.type(KeyCode.ENTER);
        assertThat(texts(robot)).contains("Right. “16 m” is an accepted answer.");
        robot.type(KeyCode.DIGIT4);
        assertThat(desk.study().counts().doneToday()).isEqualTo(2);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(desk.study().counts().doneToday()).isEqualTo(1);
        robot.write("the Moon");
        robot.type(KeyCode.ENTER, KeyCode.DIGIT4);
        assertThat(desk.study().counts().doneToday()).isEqualTo(2);

        robot.type(KeyCode.SPACE, KeyCode.DIGIT4);
        assertThat(texts(robot)).contains("You recalled 3 of 3");
    }

    @Test
    void aKeyThatIsHeldDownActsOnce(FxRobot robot) {
        robot.press(KeyCode.SPACE);
        robot.press(KeyCode.SPACE);
        robot.release(KeyCode.SPACE);
        assertThat(desk.study().counts().doneToday()).isZero();
        assertThat(robot.lookup(".rp-rating").queryAll()).hasSize(4);
    }

    @Test
    void aCardIsFlaggedBuriedAndThePauseCoversIt(FxRobot robot) {
        robot.type(KeyCode.F, KeyCode.MINUS);
        assertThat(desk.study().counts().newLeft()).isEqualTo(2);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(desk.study().counts().newLeft()).isEqualTo(3);
        robot.type(KeyCode.P);
        assertThat(texts(robot)).contains("Paused");
        robot.type(KeyCode.P);
        assertThat(robot.lookup(".rp-study-card").queryAll()).isNotEmpty();
    }

    private static java.util.List<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Label).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
