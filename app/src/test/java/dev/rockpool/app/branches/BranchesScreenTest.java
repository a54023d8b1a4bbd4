package dev.rockpool.app.branches;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
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
class BranchesScreenTest {
    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    BranchesScreenTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofTides(folder);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, Place.of(BranchesScreen.ID)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aYearIsTakenComparedDiscardedTakenAgainAndKeptThroughTheKeyboard(FxRobot robot) {
        robot.type(KeyCode.SPACE); // the one button where nothing is: the samples
        robot.type(KeyCode.SPACE); // and then: branch now
        assertThat(robot.lookup("#branches-name").queryAs(TextField.class).getText())
                .isEqualTo("next-year");
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.Y);
        assertThat(texts(robot)).contains("Nov 25, 2027: 18 objects");
        robot.type(KeyCode.DIGIT1);
        assertThat(texts(robot)).contains("next-year costs the same as next-year-as-is");
        robot.type(KeyCode.DIGIT4);
        assertThat(texts(robot)).contains("The life of an object, in both");
        robot.type(KeyCode.DELETE);
        assertThat(texts(robot)).contains("Discard next-year?", "Discard next-year");
        robot.type(KeyCode.ESCAPE);
        assertThat(texts(robot)).doesNotContain("Discard next-year?");
        robot.type(KeyCode.DELETE);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        robot.type(KeyCode.SPACE);
        assertThat(texts(robot)).contains("next-year is gone.", "Two futures of your data, side by side");
        robot.type(KeyCode.B);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.M);
        robot.type(KeyCode.K);
        assertThat(texts(robot)).anyMatch(text -> text.contains("What the store holds now is gone for good."));
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        robot.type(KeyCode.SPACE);
        assertThat(texts(robot)).contains("next-year is the store now.");
        assertThat(window.orElseThrow().faults().told()).isEmpty();
    }

    private static List<String> texts(FxRobot robot) {
        return robot
                .lookup(node -> node instanceof Labeled labeled && labeled.isVisible())
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .filter(Objects::nonNull)
                .toList();
    }
}
