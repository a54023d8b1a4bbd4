package dev.rockpool.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import org.testfx.util.WaitForAsyncUtils;

/// The first minute: a stream throttles, more shards are predicted to help, they hardly do, and the card says why.
@ExtendWith(ApplicationExtension.class)
class FirstLabPathTest {
    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    FirstLabPathTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofEverything(folder);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, LabsScreen.WELCOME));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Set<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Label label && label.isVisible()).queryAllAs(Label.class).stream()
                .map(label -> label.getText().replace('\u00A0', ' '))
                .collect(Collectors.toSet());
    }

    /// The run goes on while the test looks, and each second is a sample around 75.5 %.
    private static boolean isThreeQuarters(String text) {
        return text.matches("75[.][3-7] %");
    }

    @Test
    void predictsRunsComparesAndOpensTheCard(FxRobot robot) {
        assertThat(texts(robot)).contains("A hot key on 10 shards").anyMatch(FirstLabPathTest::isThreeQuarters);

        robot.type(KeyCode.RIGHT, 5);
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.END);
        assertThat(texts(robot))
                .contains("The same key on 16 shards", "78.1 %")
                .anyMatch(text -> text.startsWith("was ") && isThreeQuarters(text.substring(4)));
        assertThat(texts(robot))
                .anyMatch(text -> text.endsWith("less than you thought.") || text.endsWith("more than you thought."));
        assertThat(new LabRepository(desk.database(), desk.clock()).everPredicted())
                .isTrue();

        robot.type(KeyCode.W);
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("Expected: 78.1"));

        assertThat(texts(robot)).anyMatch(text -> text.contains("The monthly bill goes from 223."));
        robot.type(KeyCode.O);
        assertThat(window.orElseThrow().place().screen()).isEqualTo("study");
        assertThat(window.orElseThrow().place().item()).startsWith("card/q12-");
    }

    @Test
    void changesAreTakenBackByKey(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> texts(robot).stream().anyMatch(FirstLabPathTest::isThreeQuarters));
        robot.clickOn("#lab-play");
        assertThat(texts(robot)).contains("10 shards");
        robot.type(KeyCode.C);
        assertThat(texts(robot)).contains("Left: as it was");
        robot.type(KeyCode.C);
        robot.type(KeyCode.G);
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("Step 1 of "));
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("Step 2 of "));
    }

    @Test
    void asksThePresetInSightOnceMore(FxRobot robot) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> texts(robot).stream().anyMatch(FirstLabPathTest::isThreeQuarters));
        robot.type(KeyCode.ENTER);
        robot.type(KeyCode.END);
        assertThat(texts(robot)).anyMatch(text -> text.endsWith("you thought."));

        robot.type(KeyCode.P);
        assertThat(robot.lookup("#lab-guess").tryQuery()).isPresent();
        assertThat(texts(robot)).noneMatch(text -> text.endsWith("you thought."));
    }
}
