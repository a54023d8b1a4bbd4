package dev.rockpool.app.costs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import dev.rockpool.costmodel.scenario.Presets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
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
class CostsScreenTest {
    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    CostsScreenTest(@TempDir Path folder) {
        this.folder = folder;
        desk = TestDesk.ofTides(folder);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, Place.of(CostsScreen.ID)));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aScenarioIsOpenedChangedComparedAndKeptThroughTheKeyboard(FxRobot robot) {
        assertThat(texts(robot)).contains("What would it cost, month by month?", "Backup archive");
        robot.type(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.TAB, KeyCode.ENTER);
        assertThat(texts(robot)).contains("Every month costs 928.14 USD");
        robot.type(KeyCode.C, KeyCode.DIGIT2);
        TextField gateways = robot.lookup("#parameter-part-0-gateways").queryAs(TextField.class);
        robot.interact(gateways::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("3");
        robot.type(KeyCode.ENTER);
        robot.interact(() -> robot.lookup("#costs-beside").query().requestFocus());
        robot.type(KeyCode.DIGIT1);
        assertThat(texts(robot))
                .anyMatch(text -> text.startsWith("The right costs 394.20 USD more over 12 months"))
                .anyMatch(text -> text.startsWith("394.20 USD of the 394.20 USD are NAT gateway hours"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(texts(robot)).contains("Every month costs 928.14 USD");
        robot.type(KeyCode.DIGIT3, KeyCode.N);
        assertThat(texts(robot)).contains("Month 1", "Data through NAT gateways");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        assertThat(new CostRepository(desk.database(), desk.clock()).all())
                .singleElement()
                .extracting(CostRepository.Saved::name)
                .isEqualTo("NAT surprise (1)");
        robot.type(KeyCode.G);
        assertThat(texts(robot)).contains("Yours", "NAT surprise (1)");
        assertThat(window.orElseThrow().faults().told()).isEmpty();
    }

    @Test
    void everyPresetHasWordsAndOpensByItsPlace(FxRobot robot) {
        for (var preset : Presets.all()) {
            robot.interact(() -> window.orElseThrow().open(CostsScreen.placeOf(preset.id())));
            assertThat(texts(robot)).as(preset.id()).noneMatch(text -> text.startsWith("!"));
        }
        robot.interact(() -> window.orElseThrow().open(CostsScreen.placeOf("no-such")));
        assertThat(window.orElseThrow().faults().told()).hasSize(1);
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Label label && label.isVisible()).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
