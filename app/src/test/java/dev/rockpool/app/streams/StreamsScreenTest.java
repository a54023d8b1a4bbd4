package dev.rockpool.app.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
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
class StreamsScreenTest {
    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    StreamsScreenTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofTides(folder);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, Place.of(StreamsScreen.ID)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aStreamIsMadePutIntoReadAndSplitThroughTheKeyboard(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        robot.write("tides");
        robot.type(KeyCode.ENTER);
        desk.wait(Duration.ofSeconds(1));
        robot.type(KeyCode.DIGIT1); // looks again
        assertThat(texts(robot)).contains("2 shards are open. Nothing flows: start the generator, or put a record.");
        robot.type(KeyCode.P);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("north");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(texts(robot)).contains("2 shards take one record a second, and none is refused.");
        robot.interact(() -> robot.lookup("#streams-tab-3").query().requestFocus());
        robot.type(KeyCode.DIGIT3);
        ListView<?> records = robot.lookup("#streams-records").query();
        assertThat(records.getItems()).hasSize(1);
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("Key north, arrived") && text.contains("JSON:"));
        robot.type(KeyCode.DIGIT1, KeyCode.DOWN, KeyCode.S);
        desk.wait(Duration.ofSeconds(1));
        robot.type(KeyCode.UP, KeyCode.DIGIT1);
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("3 shards"));
        robot.type(KeyCode.DIGIT7);
        assertThat(texts(robot)).anyMatch(text -> text.contains("[services rockpool]"));
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
