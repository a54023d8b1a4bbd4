package dev.rockpool.app.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import dev.rockpool.study.memory.Rating;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
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
class StatisticsScreenTest {
    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    StatisticsScreenTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofEverything(folder);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, Place.of("statistics")));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void fromNothingToTablesThroughTheKeyboard(FxRobot robot) {
        assertThat(robot.lookup("#statistics-study").query().isFocused())
                .as("the next step is offered")
                .isTrue();
        desk.study().grade(desk.study().next().orElseThrow(), Rating.EASY, Duration.ofSeconds(4));
        robot.interact(() -> {
            window.orElseThrow().open(Place.of("today"));
            window.orElseThrow().open(Place.of("statistics"));
        });
        assertThat(robot.lookup("#period-YEAR").query().isFocused()).isTrue();
        assertThat(robot.lookup(".rp-chart").queryAll()).hasSize(7);
        assertThat(robot.lookup("#chart-forecast .rp-chart-table").queryAll()).isEmpty();
        robot.type(KeyCode.T);
        assertThat(robot.lookup("#chart-forecast .rp-chart-table").queryAll()).hasSize(1);
        robot.type(KeyCode.DIGIT1);
        assertThat(robot.lookup("#period-WEEK").queryAs(ToggleButton.class).isSelected())
                .isTrue();
    }
}
