package dev.rockpool.app.today;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import java.nio.file.Path;
import java.util.Optional;
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
class TodayScreenTest {
    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    TodayScreenTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofEverything(folder);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, Place.of("today")));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theFirstFiveCardsAreOneKeyAway(FxRobot robot) {
        robot.type(KeyCode.ENTER);
        assertThat(window.orElseThrow().place().screen()).isEqualTo("study");
        assertThat(window.orElseThrow().place().item().split(",", -1)).hasSize(TodayScreen.FIRST_CARDS);
        assertThat(robot.lookup(".rp-study-card").queryAll()).isNotEmpty();
    }

    @Test
    void whatChangedIsOneKeyAway(FxRobot robot) {
        robot.type(KeyCode.C);
        assertThat(window.orElseThrow().place()).isEqualTo(new Place("document", "changes/"));
    }
}
