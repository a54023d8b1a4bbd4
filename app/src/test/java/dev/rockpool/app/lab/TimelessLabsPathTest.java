package dev.rockpool.app.lab;

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

/// Labs whose steps are a way of looking are broken and repaired by one key, at the step that is shown, and their
/// pictures say so in words.
@ExtendWith(ApplicationExtension.class)
class TimelessLabsPathTest {
    private final TestDesk desk;
    private final Path folder;
    private Optional<TestWindow> window = Optional.empty();

    TimelessLabsPathTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofEverything(folder);
    }

    @Start
    void start(Stage stage) {
        window = Optional.of(TestWindow.show(stage, desk, folder, new Place(LabsScreen.ID, "bleu/readme/2")));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void open(FxRobot robot, String item) {
        robot.interact(() -> window.orElseThrow().open(new Place(LabsScreen.ID, item)));
    }

    /// What a screen reader says of the picture.
    private static String picture(FxRobot robot) {
        return robot.lookup(".rp-stage-drawing").query().getAccessibleText().replace('\u00A0', ' ');
    }

    @Test
    void aKeyBreaksWhatThePictureShowsAndRepairsIt(FxRobot robot) {
        assertThat(picture(robot)).startsWith("Pairs: 7 of 14 count.");
        robot.type(KeyCode.B);
        assertThat(picture(robot)).startsWith("The references have slipped by a line. Pairs: 0 of 14 count.");
        robot.type(KeyCode.B);
        assertThat(picture(robot)).startsWith("Pairs: 7 of 14 count.");
        robot.type(KeyCode.END);
        assertThat(picture(robot)).contains("BLEU 48.53");

        open(robot, "perplexity/seen-bigrams/6");
        assertThat(picture(robot)).contains("6 of 6 tokens").contains("a perplexity of 2.14");
        robot.type(KeyCode.B);
        assertThat(picture(robot)).contains("One token was impossible: the perplexity is infinite");
        robot.type(KeyCode.B);
        assertThat(picture(robot)).contains("a perplexity of 2.14");

        open(robot, "rows-columns/one-order/2");
        assertThat(picture(robot)).startsWith("By rows: 24.58 kB. By columns: 5.24 MB.");
        robot.type(KeyCode.B);
        assertThat(picture(robot)).startsWith("By rows: 160.63 MB. By columns: 5.24 MB.");
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(picture(robot)).startsWith("By rows: 24.58 kB.");
    }

    @Test
    void keysMoveAPartOfTheKey(FxRobot robot) {
        open(robot, "partitioning/one-user-by-date/5");
        assertThat(picture(robot)).startsWith("365 LIST calls find 365 files, 730.00 kB");
        robot.clickOn(".rp-stage-drawing");
        for (int part = 0; part < 4; part++) {
            robot.type(KeyCode.DOWN);
        }
        robot.press(KeyCode.SHIFT);
        for (int level = 0; level < 3; level++) {
            robot.type(KeyCode.UP);
        }
        robot.release(KeyCode.SHIFT);
        assertThat(picture(robot)).startsWith("One LIST call finds 365 files, 730.00 kB");
        robot.type(KeyCode.B);
        assertThat(picture(robot)).startsWith("Scans 730.00 kB of 730.00 MB in 365 files");
    }
}
