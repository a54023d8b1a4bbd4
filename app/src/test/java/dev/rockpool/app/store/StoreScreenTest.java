package dev.rockpool.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
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
class StoreScreenTest {
    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    StoreScreenTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofTides(folder);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, Place.of(StoreScreen.ID)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void samplesAreMadeLookedAtDeletedBroughtBackAndAgedThroughTheKeyboard(FxRobot robot) {
        robot.type(KeyCode.SPACE); // the one button of an empty store
        ListView<?> objects = robot.lookup("#store-objects").query();
        assertThat(objects.getItems()).hasSize(5);
        robot.interact(objects::requestFocus);
        robot.type(KeyCode.HOME);
        assertThat(texts(robot)).contains("README.md");
        robot.type(KeyCode.ENTER, KeyCode.W);
        assertThat(texts(robot)).contains("May not read", "May read");
        robot.type(KeyCode.DELETE);
        assertThat(texts(robot)).contains("Deleted.");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(objects.getItems()).hasSize(5);
        robot.type(KeyCode.DIGIT2);
        TextArea rules = robot.lookup("#store-rules").query();
        assertThat(rules.getText()).contains("age-readings");
        Node prefix = robot.lookup("#store-rule-prefix").query();
        for (int tab = 0; tab < 12 && !prefix.isFocused(); tab++) {
            robot.type(KeyCode.TAB);
        }
        robot.write("raw/");
        robot.type(KeyCode.ENTER);
        assertThat(rules.getText()).contains("\"Prefix\" : \"raw/\"");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(texts(robot)).contains("Rules saved. They hold from the next midnight UTC.");
        robot.type(KeyCode.DIGIT5);
        assertThat(texts(robot)).anyMatch(text -> text.contains("[profile rockpool]"));
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
