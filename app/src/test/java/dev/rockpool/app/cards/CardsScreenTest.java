package dev.rockpool.app.cards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
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
class CardsScreenTest {
    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    CardsScreenTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofEverything(folder);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, Place.of(CardsScreen.ID)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void cardsAreFoundSuspendedBroughtBackAndOpenedThroughTheKeyboard(FxRobot robot) {
        robot.write("topic:tides");
        TableView<?> table = robot.lookup(".rp-cards-table").query();
        assertThat(table.getItems()).hasSize(3);
        robot.type(KeyCode.DOWN);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        assertThat(texts(robot)).contains("3 chosen");
        robot.type(KeyCode.S);
        assertThat(texts(robot)).contains("3 cards suspended.");
        assertThat(desk.study().standings(TestDesk.CARDS)).allMatch(standing -> standing.suspended());
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(desk.study().standings(TestDesk.CARDS)).noneMatch(standing -> standing.suspended());
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        assertThat(window.orElseThrow().place().screen()).isEqualTo("study");
        assertThat(window.orElseThrow().faults().told()).isEmpty();
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Label label && label.isVisible()).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
