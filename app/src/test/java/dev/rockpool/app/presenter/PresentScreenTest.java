package dev.rockpool.app.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class PresentScreenTest {
    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    PresentScreenTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.desk = TestDesk.ofEverything(folder);
        Files.createDirectories(folder.resolve("lessons"));
        Files.writeString(folder.resolve("lessons").resolve("broken.md"), """
            ---
            lesson: broken
            title: Broken
            about: Names a preset that there is not.
            minutes: 5
            ---

            ## Look {.run}

            Show: shards/no-such-preset
            Time: 1:00
            """);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, Place.of(PresentScreen.ID)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aLessonIsGivenByKeyboardFromTheListToTheGain(FxRobot robot) {
        assertThat(texts(robot))
                .contains("Shards and hot keys", "broken.md cannot be presented yet")
                .anyMatch(text -> text.startsWith("Line 10: The lab shards has no preset"));
        robot.interact(() -> window.orElseThrow().open(PresentScreen.placeOf("hot-keys")));
        assertThat(texts(robot)).contains("0:00 of 10:00", "What you say", "A stream is as wide as its shards");

        count(robot, "5", "5", "10", "5");
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("25 counted"));
        robot.type(KeyCode.A);
        assertThat(texts(robot)).as("a question before keeps its answer").noneMatch(text -> text.startsWith("Hide"));

        robot.type(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN);
        desk.wait(Duration.ofSeconds(150));
        robot.type(KeyCode.C, KeyCode.RIGHT);
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("Most say "));
        robot.type(KeyCode.PAGE_DOWN, KeyCode.T, KeyCode.T);
        assertThat(texts(robot)).contains("2:30 of 10:00").anyMatch(text -> text.endsWith("early"));

        robot.type(KeyCode.F5);
        assertThat(Window.getWindows()).hasSize(2);
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(everywhere(robot)).contains("A quarter is refused", "75.5\u00A0%");
        robot.type(KeyCode.F);
        assertThat(stills()).as("the class goes on seeing the picture").allMatch(Node::isVisible);
        robot.type(KeyCode.F);
        assertThat(stills()).noneMatch(Node::isVisible);
        robot.type(KeyCode.F5);
        assertThat(Window.getWindows()).hasSize(1);

        for (int step = 5; step < 9; step++) {
            robot.type(KeyCode.PAGE_DOWN);
        }
        count(robot, "1", "1", "2", "1");
        robot.type(KeyCode.A);
        assertThat(texts(robot)).contains("Hide the answer");
        robot.type(KeyCode.R);
        assertThat(texts(robot)).contains("Show the answer").anyMatch(text -> text.startsWith("0 counted"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(texts(robot)).contains("Hide the answer").anyMatch(text -> text.startsWith("5 counted"));

        robot.type(KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.F5);
        assertThat(everywhere(robot)).contains("What you gained", "Right before", "Right after");
        robot.type(KeyCode.Q);
        assertThat(Window.getWindows()).hasSize(1);
        assertThat(texts(robot)).contains("Your own lessons");

        robot.type(KeyCode.E);
        assertThat(texts(robot)).contains("Earlier classes").anyMatch(text -> text.startsWith("One class gained "));
        robot.type(KeyCode.DELETE);
        assertThat(texts(robot)).contains("No class was counted yet");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("One class gained "));
        robot.type(KeyCode.Q);
        assertThat(texts(robot)).contains("Your own lessons");
        assertThat(window.orElseThrow().faults().told()).isEmpty();
    }

    @Test
    void theRemoteTurnsPagesWhileACountIsBeingTyped(FxRobot robot) {
        robot.type(KeyCode.DIGIT1);
        robot.type(KeyCode.C);
        robot.write("7");
        robot.type(KeyCode.PAGE_DOWN);
        robot.type(KeyCode.PAGE_UP);
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("7 counted"));
    }

    private static void count(FxRobot robot, String... hands) {
        robot.type(KeyCode.C);
        for (String each : hands) {
            robot.write(each);
            robot.type(KeyCode.ENTER);
        }
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Label label && label.isVisible()).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    /// What lies over the class’s page while it is frozen.
    private static List<Node> stills() {
        return Window.getWindows().stream()
                .flatMap(each -> each.getScene().getRoot().lookupAll(".rp-class-still").stream())
                .toList();
    }

    /// What every window says.
    private static List<String> everywhere(FxRobot robot) {
        return Window.getWindows().stream()
                .flatMap(
                        each -> robot.from(each.getScene().getRoot()).lookup(".label").queryAllAs(Label.class).stream())
                .map(Label::getText)
                .toList();
    }
}
