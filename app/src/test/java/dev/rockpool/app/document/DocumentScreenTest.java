package dev.rockpool.app.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DocumentScreenTest {
    private final TestDesk desk;
    private final Path folder;

    DocumentScreenTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofEverything(folder);
    }

    @Start
    void start(Stage stage) {
        TestWindow.show(stage, desk, folder, Place.of("document", "claim", "q12-c2"));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aClaimIsClosedAndOpenedThroughTheKeyboard(FxRobot robot) {
        assertThat(robot.lookup(".rp-correction").queryAll()).hasSize(1);
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup(".rp-correction").queryAll()).isEmpty();
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup(".rp-correction").queryAll()).hasSize(1);
    }

    @Test
    void aSearchIsTypedCountedAndTakenBack(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("kafka");
        robot.interact(() -> {});
        assertThat(robot.lookup(".rp-hit").queryAll()).isNotEmpty();
        assertThat(texts(robot)).anyMatch(text -> text.contains(" places in "));
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".rp-hit").queryAll()).isEmpty();
    }

    @Test
    void theViewsAreAKeyApart(FxRobot robot) {
        robot.push(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(robot.lookup(".rp-change").queryAll()).hasSizeGreaterThan(50);
        robot.push(KeyCode.ALT, KeyCode.DIGIT1);
        assertThat(robot.lookup(".rp-reading").queryAll()).hasSize(1);
    }

    @Test
    void aSelfCheckTellsWhyOfEveryOption(FxRobot robot) {
        robot.interact(() -> robot.lookup(".rp-check .rp-row-button").query().requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(robot.lookup(".rp-check-told").queryAll()).hasSizeBetween(3, 5);
        assertThat(desk.study().counts().doneToday()).isZero();
    }

    @Test
    void paperPagesHoldEveryClaim(FxRobot robot) {
        DocumentIndex index = DocumentIndex.of(desk.library().snapshot(), List.of());
        robot.interact(() -> {
            List<Region> pages = new DocumentPrinter(TestDesk.texts())
                    .pages(index.questions().subList(11, 12), 780, 1_080);
            assertThat(pages).hasSizeGreaterThan(1);
            assertThat(pages).extracting(page -> page.prefHeight(780)).allMatch(height -> height <= 1_080);
            assertThat(pages.stream()
                            .mapToInt(
                                    page -> page.lookupAll(".rp-claim-verdict").size())
                            .sum())
                    .isEqualTo(index.questions().get(11).deck().claims().size());
        });
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Label).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }
}
